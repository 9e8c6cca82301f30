import { Worker } from 'node:worker_threads'
import type { TaskProgress } from '#shared/domain/task.ts'
import { AppError, type ErrorData } from '#shared/util/app-error.ts'
import { workerUrl } from '../worker-url.ts'

export interface CopyTask {
  path: string
  target: string
}
export type CopyMessage =
  | { kind: 'progress'; progress: TaskProgress }
  | { kind: 'copied' }
  | { kind: 'proved' }
  | { kind: 'failed'; error: ErrorData }

/** A copy under way. */
export interface Copying {
  /** Resolves when the copy is proved and on disk. @throws AppError `cancelled`, or what is wrong with the copy */
  readonly proved: Promise<void>
  /** Resolves when the thread is over and holds no file any more, whatever came of it. */
  readonly ended: Promise<void>
  /** Ends the work; resolves as soon as the notebook itself is no longer read. What was written stays behind. */
  stop(): Promise<void>
}

/**
 * Copies a notebook and proves the copy in a thread of its own, since both take as long as the notebook is large, and nobody
 * should wait for them. The copy is of one moment, whatever is written to the notebook meanwhile.
 */
export function copyInWorker(task: CopyTask, report?: (progress: TaskProgress) => void): Copying {
  const worker = new Worker(workerUrl('copy-worker', import.meta.url), {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const cancelled = () => new AppError('cancelled', 'The copy was not finished.')
  let isReading = true
  let giveUp = () => {}
  const proved = new Promise<void>((resolve, reject) => {
    giveUp = () => reject(cancelled())
    worker.on('message', (message: CopyMessage) => {
      if (message.kind === 'progress') return report?.(message.progress)
      isReading = false
      if (message.kind === 'proved') resolve()
      if (message.kind === 'failed') {
        const { code, message: text, hint } = message.error
        reject(new AppError(code, text, hint))
      }
    })
    worker.on('error', reject)
    worker.on('exit', giveUp)
  })
  return {
    proved,
    ended,
    stop: async () => {
      void worker.terminate()
      // A table of the copy is proved in one step that cannot be cut short; the thread ends after it by itself.
      if (isReading) await ended
      giveUp()
    },
  }
}
