import { Worker } from 'node:worker_threads'
import type { TaskProgress } from '#shared/domain/task.ts'
import { AppError, type ErrorData } from '#shared/util/app-error.ts'
import type { TaskControls } from '../store/task-controls.ts'
import { workerUrl } from '../worker-url.ts'
import type { Checked } from './check-notebook.ts'

export type CheckMessage = { progress: TaskProgress } | Checked | { error: ErrorData }

/**
 * Checks the notebook at `path` in a thread of its own, on a connection that only reads, as it is at this moment: it takes
 * minutes where the notebook is large, and nobody should wait for it.
 *
 * @throws AppError `cancelled`, at once when `signal` says so; the thread ends with the table it is reading
 */
export async function checkInWorker(path: string, { signal, report }: TaskControls = {}): Promise<Checked> {
  const worker = new Worker(workerUrl('check-worker', import.meta.url), {
    workerData: path,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const cancelled = () => new AppError('cancelled', 'The check was not finished.')
  let stop = () => {}
  try {
    return await new Promise<Checked>((resolve, reject) => {
      stop = () => {
        reject(cancelled())
        void worker.terminate()
      }
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
      worker.on('message', (message: CheckMessage) => {
        if ('progress' in message) report?.(message.progress)
        else if ('report' in message) resolve(message)
        else reject(new AppError(message.error.code, message.error.message, message.error.hint))
      })
      worker.on('error', reject).on('exit', () => reject(cancelled()))
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
