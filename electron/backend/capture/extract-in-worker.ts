import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/util/app-error.ts'
import { workerUrl } from '../worker-url.ts'
import type { CaptureWarning } from './capture-warning.ts'
import type { ExtractionInput } from './extract-article.ts'
import type { ExtractedFile } from './extract-file.ts'
import type { ExtractionAnswer, ExtractionTask, WorkerMessage } from './extract-worker.ts'
import { kindOfDocument } from './formats/document-kind.ts'

export interface ExtractorLimits {
  /** Wall-clock time one page may take, in milliseconds. */
  readonly timeLimitMs: number
  /** Memory the worker may use, in megabytes. */
  readonly memoryLimitMb: number
}

export interface Extractor {
  /**
   * The article of a page, taken apart in a worker. A page that takes too long, too much memory, or breaks the worker ends
   * it and is answered as bare text with a warning; the next page gets a new worker. Rejects with `cancelled` when the
   * signal aborts, and as `extractArticle` throws for files that are no text. Pages are taken one after another.
   */
  extract(
    input: ExtractionInput,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<ExtractedFile>
  /** Ends the worker. A later `extract` starts a new one. */
  close(): Promise<void>
}

type Failure = Extract<CaptureWarning['code'], `extraction-${string}`>
type Outcome = ExtractionAnswer | { readonly failure: Failure }

/** Loading the worker's code is no fault of the page and does not count against it. */
const startLimitMs = 30_000

const defaultLimits: ExtractorLimits = { timeLimitMs: 10_000, memoryLimitMb: 1024 }

function cancelledError(): AppError {
  return new AppError('cancelled', 'The capture was cancelled. Nothing was stored.')
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** One question to a worker: settles with its answer, or with why there is none. Never rejects but for an abort. */
function ask(
  worker: Worker,
  isWarm: boolean,
  { input, document }: ExtractionTask,
  timeLimitMs: number,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const settle = (run: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      signal?.removeEventListener('abort', onAbort)
      run()
    }
    const onMessage = (message: WorkerMessage) => {
      if ('isReady' in message) timer = startTimer(timeLimitMs)
      else settle(() => resolve(message))
    }
    const onError = (error: Error) =>
      settle(() => resolve({ failure: isOutOfMemory(error) ? 'extraction-crashed' : 'extraction-failed' }))
    const onExit = () => settle(() => resolve({ failure: 'extraction-crashed' }))
    const onAbort = () => settle(() => reject(cancelledError()))
    const startTimer = (milliseconds: number) => {
      clearTimeout(timer)
      return setTimeout(() => settle(() => resolve({ failure: 'extraction-timed-out' })), milliseconds)
    }
    timer = startTimer(isWarm ? timeLimitMs : startLimitMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    signal?.addEventListener('abort', onAbort)
    const bytes = Uint8Array.from(input.bytes)
    worker.postMessage({ input: { ...input, bytes }, document } satisfies ExtractionTask, [bytes.buffer])
  })
}

function startWorker(memoryLimitMb: number): Worker {
  const worker = new Worker(workerUrl('extract-worker', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  // A worker that was ended may still report; without a listener that would take the process down.
  worker.on('error', () => undefined)
  return worker
}

/** What is left when the worker gave up: the bare text of a page; of a document, nothing can be told without opening it. */
async function bareOrRefused({ input, document }: ExtractionTask, failure: Failure): Promise<ExtractedFile> {
  if (document !== undefined) {
    throw new AppError(
      'document-unreadable',
      'The document needs more time or memory than a document may.',
      'Open it in the program it was made with, and copy the part you need.',
    )
  }
  // Only when the worker gives up does this thread need what takes pages apart.
  const { extractBareText } = await import('./extract-article.ts')
  return { ...extractBareText(input, failure), pages: null }
}

/** An extractor with one warm worker, which does not keep the process alive between pages. */
export function createExtractor(limits: Partial<ExtractorLimits> = {}): Extractor {
  const { timeLimitMs, memoryLimitMb } = { ...defaultLimits, ...limits }
  let idle: Worker | undefined
  let queue: Promise<unknown> = Promise.resolve()

  function takeWorker(): Worker {
    const worker = idle ?? startWorker(memoryLimitMb)
    if (idle === undefined) {
      worker.on('exit', () => {
        if (idle === worker) idle = undefined
      })
    }
    idle = undefined
    worker.ref()
    return worker
  }

  async function run(input: ExtractionInput, signal: AbortSignal | undefined): Promise<ExtractedFile> {
    if (signal?.aborted) throw cancelledError()
    const isWarm = idle !== undefined
    const worker = takeWorker()
    const task = { input, document: kindOfDocument(input) }
    let outcome: Outcome
    try {
      // Documents are larger than pages, and have been chosen one by one.
      const limit = task.document === undefined ? timeLimitMs : timeLimitMs * 6
      outcome = await ask(worker, isWarm, task, limit, signal)
    } catch (error) {
      await worker.terminate()
      throw error
    }
    if ('failure' in outcome) {
      await worker.terminate()
      return bareOrRefused(task, outcome.failure)
    }
    worker.unref()
    idle = worker
    if ('article' in outcome) return outcome.article
    const { code, message, hint } = outcome.error
    if (code === 'internal') return bareOrRefused(task, 'extraction-failed')
    throw new AppError(code, message, hint)
  }

  return {
    extract(input, options = {}) {
      const turn = queue.then(() => run(input, options.signal))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await queue
      const worker = idle
      idle = undefined
      await worker?.terminate()
    },
  }
}

let shared: Extractor | undefined

/** `extract` of the process's own extractor, with the default limits: 10 seconds, 1 GB. */
export function extractInWorker(
  input: ExtractionInput,
  options?: { readonly signal?: AbortSignal | undefined },
): Promise<ExtractedFile> {
  shared ??= createExtractor()
  return shared.extract(input, options)
}
