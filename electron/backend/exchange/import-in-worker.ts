import { Worker } from 'node:worker_threads'
import type { ImportFormat, ImportReport } from '#shared/domain/import.ts'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import type { TaskProgress } from '#shared/domain/task.ts'
import { AppError, type ErrorData } from '#shared/util/app-error.ts'
import type { Notebook } from '../store/notebook.ts'
import { continueFrom, timestamp } from '../store/rows.ts'
import type { TaskControls } from '../store/task-controls.ts'
import { workerUrl } from '../worker-url.ts'

export interface ImportOrder {
  /** A file or a folder. */
  source: string
  format: Exclude<ImportFormat, 'articles'>
  /** A folder for what is made on the way; whoever calls removes it. */
  folder: string
}

export interface ImportTask extends ImportOrder {
  notebook: string
  onlyLook: boolean
}

/** What the thread says; once it is ready it waits for the latest moment that was given to a row. */
export type ImportMessage =
  | { progress: TaskProgress }
  | { ready: true }
  | { report: ImportReport; event: ChangeEvent | null; latest: string }
  | { error: ErrorData }

type Open = Pick<Notebook, 'reader' | 'changeApart' | 'path'>

/** What an import would do, from one moment of the notebook. Nothing is changed. @throws what reading the file throws */
export async function previewInWorker(
  notebook: Open,
  order: ImportOrder,
  controls: TaskControls = {},
): Promise<ImportReport> {
  const path = notebook.reader().path
  const { report } = await runWorker({ ...order, notebook: path, onlyLook: true }, controls, async () => {})
  return report
}

/**
 * Imports in a thread: reads the file while everything else goes on, then puts it into the notebook in one transaction on a connection
 * of its own, as one step of the history; other changes wait for that last part. Nothing is changed where it is cancelled.
 *
 * @throws AppError `cancelled`, and what reading the file throws
 */
export async function importInWorker(
  notebook: Open,
  order: ImportOrder,
  controls: TaskControls = {},
): Promise<{ report: ImportReport; operationId: string | null }> {
  const task = { ...order, notebook: notebook.path, onlyLook: false }
  let settle: (made: { result: undefined; event: ChangeEvent | null }) => void = () => {}
  let fail: (error: unknown) => void = () => {}
  let change: Promise<unknown> = Promise.resolve()
  const whenReady = (goOn: () => void) => {
    // The lock is held from the moment it is the import's turn until the thread's connection is closed.
    change = notebook.changeApart(
      () =>
        new Promise((resolve, reject) => {
          settle = resolve
          fail = reject
          goOn()
        }),
    )
    return change
  }
  try {
    const { report, event } = await runWorker(task, controls, whenReady)
    settle({ result: undefined, event })
    await change
    return { report, operationId: event?.operation?.id ?? null }
  } catch (error) {
    fail(error)
    throw error
  }
}

async function runWorker(
  task: ImportTask,
  { signal, report }: TaskControls,
  whenReady: (goOn: () => void) => Promise<unknown>,
): Promise<{ report: ImportReport; event: ChangeEvent | null }> {
  const worker = new Worker(workerUrl('import-worker', import.meta.url), {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const stop = () => void worker.terminate()
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: ImportMessage) => {
        if ('progress' in message) {
          report?.(message.progress)
          return
        }
        if ('ready' in message) {
          whenReady(() => worker.postMessage(timestamp())).catch((error: unknown) => {
            reject(error)
            stop()
          })
          return
        }
        if ('error' in message) {
          const { code, message: text, hint } = message.error
          reject(new AppError(code, text, hint))
          return
        }
        continueFrom(message.latest)
        resolve(message)
      })
      worker.on('error', reject)
      worker.on('exit', () =>
        reject(new AppError('cancelled', 'The import was cancelled. Nothing was changed.')),
      )
    })
  } finally {
    signal?.removeEventListener('abort', stop)
    // Only then is its connection closed, and the notebook free for the next change.
    await ended
  }
}
