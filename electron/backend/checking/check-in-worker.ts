import { Worker } from 'node:worker_threads'
import { AppError, type ErrorData } from '#shared/util/app-error.ts'
import { workerUrl } from '../worker-url.ts'
import type { Checked } from './check-notebook.ts'

export type CheckOutcome = Checked | { error: ErrorData }

/**
 * Checks the notebook at `path` in a thread of its own, on a connection that only reads: it takes minutes where the notebook
 * is large, and nobody should wait for it.
 *
 * @throws AppError `cancelled` where `signal` ended it
 */
export async function checkInWorker(path: string, signal?: AbortSignal): Promise<Checked> {
  const worker = new Worker(workerUrl('check-worker', import.meta.url), {
    workerData: path,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const outcome = await new Promise<CheckOutcome>((resolve, reject) => {
      worker.on('message', resolve).on('error', reject)
      worker.on('exit', () => reject(new AppError('cancelled', 'The check was not finished.')))
    })
    if ('report' in outcome) return outcome
    throw new AppError(outcome.error.code, outcome.error.message, outcome.error.hint)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
