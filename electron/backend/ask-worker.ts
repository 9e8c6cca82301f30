import { Worker } from 'node:worker_threads'
import { AppError, type ErrorData } from '#shared/util/app-error.ts'

export interface WorkerTask<Request> {
  id: number
  /** The notebook's file, as it is when the question comes to its turn; empty where the worker reads none. */
  path: string
  request: Request
}
export type WorkerMessage<Request, Told> = WorkerTask<Request> | { told: Told }
export type WorkerOutcome<Answer> = { id: number } & ({ answer: Answer } | { error: ErrorData })

export interface AskerOptions {
  /** The worker's script: it is posted a `WorkerTask` at a time and posts a `WorkerOutcome` for each. */
  script: URL
  /** Asked for at each question; none where the worker reads no notebook. */
  path?(): string
  /** Wall-clock time one question may take, in milliseconds. */
  timeLimitMs: number
  /** A question nobody waits for any more is given this long to end by itself before its worker is ended; null for any time. */
  patienceMs: number | null
  cancelled(): AppError
  timedOut(): AppError
  broke(why: string): AppError
}

/**
 * Asks a worker thread, most often one that reads the notebook on a connection of its own: neither SQLite nor a parser can be
 * interrupted, a worker can be left.
 */
export interface Asker<Request, Answer, Told> {
  /**
   * One question after another. Rejects with `cancelled` once the signal aborts (a question that others wait behind is
   * ended if need be), with `timedOut` after the time limit, with `broke` when the worker breaks.
   */
  ask(request: Request, signal?: AbortSignal): Promise<Answer>
  /** Posts to a worker that is there, before what is asked from now on; where there is none, nobody needs to be told. */
  tell(what: Told): void
  /** Ends the worker and with it the connection; questions under way reject with `cancelled`. A later one starts anew. */
  close(): Promise<void>
}

interface Waiting<Request, Answer> {
  id: number
  request: Request
  resolve(answer: Answer): void
  reject(error: AppError): void
}

export function createAsker<Request, Answer, Told = never>(
  options: AskerOptions,
): Asker<Request, Answer, Told> {
  const { script, path, timeLimitMs, patienceMs, cancelled } = options
  const queue: Waiting<Request, Answer>[] = []
  let worker: Worker | undefined
  let current: Waiting<Request, Answer> | undefined
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
    const started = new Worker(script, { execArgv: ['--disable-warning=ExperimentalWarning'] })
    started.on('message', finish)
    const broke = (why: string) => {
      const failed = current
      void abandonWorker()
      failed?.reject(options.broke(why))
      runNext()
    }
    started.on('error', (error) => broke(error instanceof Error ? error.message : String(error)))
    started.on('exit', () => broke('its worker ended'))
    started.unref()
    return started
  }

  function finish(outcome: WorkerOutcome<Answer>): void {
    if (outcome.id !== current?.id) return
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
      late?.reject(options.timedOut())
      runNext()
    }, timeLimitMs)
    const task: WorkerTask<Request> = { id: current.id, path: path?.() ?? '', request: current.request }
    worker.postMessage(task)
  }

  function giveUp(waiting: Waiting<Request, Answer>): void {
    const place = queue.indexOf(waiting)
    if (place >= 0) queue.splice(place, 1)
    waiting.reject(cancelled())
    if (current !== waiting || patienceMs === null) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      void abandonWorker()
      runNext()
    }, patienceMs)
  }

  return {
    ask(request, signal) {
      if (signal?.aborted) return Promise.reject(cancelled())
      return new Promise((resolve, reject) => {
        const waiting: Waiting<Request, Answer> = { id: nextId++, request, resolve, reject }
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
    tell: (told) => worker?.postMessage({ told }),
    async close() {
      const unfinished = [...(current ? [current] : []), ...queue.splice(0)]
      await abandonWorker()
      for (const waiting of unfinished) waiting.reject(cancelled())
    },
  }
}
