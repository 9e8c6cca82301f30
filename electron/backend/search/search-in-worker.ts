import { Worker } from 'node:worker_threads'
import type { SearchAnswer, SearchRequest } from '#shared/domain/search.ts'
import { AppError } from '#shared/util/app-error.ts'
import { workerUrl } from '../worker-url.ts'
import type { SearchOutcome, SearchTask } from './search-worker.ts'

export interface SearcherLimits {
  /** Wall-clock time one search may take, in milliseconds. */
  readonly timeLimitMs: number
  /** A search nobody waits for any more is given this long to end by itself before its worker is ended. */
  readonly patienceMs: number
}

/** Searches in a worker thread, on a read-only connection of its own: SQLite cannot be interrupted, a worker can be left. */
export interface Searcher {
  /**
   * One search after another. Rejects with AppError `cancelled` once the signal aborts (a search that others wait behind is
   * ended if need be), `search-timed-out` after the time limit, `search-failed` when the worker breaks.
   */
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>
  /** Ends the worker and with it the connection; searches under way reject with `cancelled`. A later search starts anew. */
  close(): Promise<void>
}

interface Waiting {
  task: SearchTask
  signal: AbortSignal | undefined
  resolve(answer: SearchAnswer): void
  reject(error: AppError): void
}

const defaultLimits: SearcherLimits = { timeLimitMs: 10_000, patienceMs: 150 }

const cancelled = () => new AppError('cancelled', 'The search was cancelled.')

/** `path` is asked for at each search: the notebook's file. */
export function createSearcher(path: () => string, limits: Partial<SearcherLimits> = {}): Searcher {
  const { timeLimitMs, patienceMs } = { ...defaultLimits, ...limits }
  const queue: Waiting[] = []
  let worker: Worker | undefined
  let current: Waiting | undefined
  let timer: NodeJS.Timeout | undefined
  let nextId = 1

  /** Leaves a worker without waiting: a statement in the middle of its work ends the thread only when it returns. */
  function abandonWorker(): Promise<unknown> {
    const left = worker
    worker = undefined
    current = undefined
    clearTimeout(timer)
    left?.removeAllListeners()
    left?.on('error', () => undefined)
    return left?.terminate() ?? Promise.resolve()
  }

  function startWorker(): Worker {
    const started = new Worker(workerUrl('search-worker', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    started.on('message', finish)
    const broke = (message: string) => {
      const failed = current
      void abandonWorker()
      failed?.reject(new AppError('search-failed', `The search broke: ${message}`))
      runNext()
    }
    started.on('error', (error) => broke(error instanceof Error ? error.message : String(error)))
    started.on('exit', () => broke('its worker ended'))
    started.unref()
    return started
  }

  function finish(outcome: SearchOutcome): void {
    if (outcome.id !== current?.task.id) return
    const { resolve, reject } = current
    clearTimeout(timer)
    current = undefined
    worker?.unref()
    if ('answer' in outcome) resolve(outcome.answer)
    else reject(new AppError(outcome.error.code, outcome.error.message, outcome.error.hint))
    runNext()
  }

  function runNext(): void {
    if (current) return
    current = queue.shift()
    if (!current) return
    worker ??= startWorker()
    worker.ref()
    timer = setTimeout(() => {
      const late = current
      void abandonWorker()
      late?.reject(
        new AppError(
          'search-timed-out',
          `The search took longer than ${timeLimitMs / 1000} seconds and was ended.`,
          'Add a word or a filter that fewer texts have.',
        ),
      )
      runNext()
    }, timeLimitMs)
    worker.postMessage(current.task)
  }

  function giveUp(waiting: Waiting): void {
    const place = queue.indexOf(waiting)
    if (place >= 0) queue.splice(place, 1)
    waiting.reject(cancelled())
    if (current !== waiting) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      void abandonWorker()
      runNext()
    }, patienceMs)
  }

  return {
    search(request, signal) {
      if (signal?.aborted) return Promise.reject(cancelled())
      return new Promise((resolve, reject) => {
        const waiting: Waiting = { task: { id: nextId++, path: path(), request }, signal, resolve, reject }
        const onAbort = () => giveUp(waiting)
        const settled = <Value>(settle: (value: Value) => void) => {
          return (value: Value) => {
            signal?.removeEventListener('abort', onAbort)
            settle(value)
          }
        }
        waiting.resolve = settled(resolve)
        waiting.reject = settled(reject)
        signal?.addEventListener('abort', onAbort, { once: true })
        queue.push(waiting)
        runNext()
      })
    },
    async close() {
      const unfinished = [...(current ? [current] : []), ...queue.splice(0)]
      await abandonWorker()
      for (const waiting of unfinished) waiting.reject(cancelled())
    },
  }
}
