import { Worker } from 'node:worker_threads'
import { AppError, type ErrorData } from '#shared/util/app-error.ts'
import { workerUrl } from '../worker-url.ts'

export interface CopyTask {
  path: string
  target: string
}
export type CopyMessage = { kind: 'copied' } | { kind: 'proved' } | { kind: 'failed'; error: ErrorData }

/** A copy under way. */
export interface Copying {
  /** Resolves when the copy is proved and on disk. @throws AppError `cancelled`, or what is wrong with the copy */
  readonly proved: Promise<void>
  /** Ends the work; resolves as soon as the notebook itself is no longer read. What was written stays behind. */
  stop(): Promise<void>
}

/**
 * Copies a notebook and proves the copy in a thread of its own, since both take as long as the notebook is large, and nobody
 * should wait for them. The copy is of one moment, whatever is written to the notebook meanwhile.
 */
export function copyInWorker(task: CopyTask): Copying {
  const worker = new Worker(workerUrl('copy-worker', import.meta.url), {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  let isReading = true
  const proved = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: CopyMessage) => {
      isReading = false
      if (message.kind === 'proved') resolve()
      if (message.kind === 'failed') {
        const { code, message: text, hint } = message.error
        reject(new AppError(code, text, hint))
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new AppError('cancelled', 'The copy was not finished.')))
  })
  return {
    proved,
    stop: async () => {
      const ended = worker.terminate()
      // Proving the copy is one long step that cannot be cut short; the thread ends after it by itself.
      if (isReading) await ended
    },
  }
}
