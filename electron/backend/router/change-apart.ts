import { Worker } from 'node:worker_threads'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import { AppError, type ErrorData } from '#shared/util/app-error.ts'
import { continueFrom, timestamp } from '../store/rows.ts'
import { workerUrl } from '../worker-url.ts'
import type { Session } from './session.ts'

/** A change that is to be made in a thread of its own: a mutation of the contract, or a step of the history. */
export type ApartChange =
  | { kind: 'mutation'; subject: string; name: string; input: unknown; onceKey: string | undefined }
  | { kind: 'undo'; operationId: string | undefined }
  | { kind: 'redo' }

export interface ApartTask {
  path: string
  change: ApartChange
  /** The latest moment this thread gave to a row; the other one's are after it. */
  after: string
}
export type ApartMessage =
  /** Rows changed so far, and rows noted in the history. */
  { rows: number } | { result: unknown; event: ChangeEvent | null; latest: string } | { error: ErrorData }

/** So many rows take about half a second on a slow machine: from there on a change is made apart. */
export const rowsMadeApart = 2000

/**
 * Makes a change to `rows` rows or so in a thread of its own, on a connection of its own: in one transaction and as one step to
 * undo, like any other. Reads go on meanwhile; other changes wait until it is done. Nothing of it is there when it is cancelled.
 *
 * @throws AppError `cancelled`, and what the change itself throws
 */
export function changeApart(
  { notebook, tasks }: Session,
  change: ApartChange,
  rows: number,
  taskId: string | undefined,
): Promise<unknown> {
  const total = change.kind === 'mutation' ? 2 * rows : rows
  return tasks.run(taskId, undefined, ({ signal, report }) =>
    notebook.changeApart(() => {
      report({ step: 'changing', share: 0 })
      return runWorker({ path: notebook.path, change, after: timestamp() }, signal, (done) =>
        report({ step: 'changing', share: Math.min(done / total, 1) }),
      )
    }),
  )
}

async function runWorker(
  task: ApartTask,
  signal: AbortSignal,
  onRows: (done: number) => void,
): Promise<{ result: unknown; event: ChangeEvent | null }> {
  const worker = new Worker(workerUrl('change-worker', import.meta.url), {
    workerData: task,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const stop = () => void worker.terminate()
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: ApartMessage) => {
        if ('rows' in message) return onRows(message.rows)
        if ('error' in message) {
          const { code, message: text, hint } = message.error
          return reject(new AppError(code, text, hint))
        }
        continueFrom(message.latest)
        resolve(message)
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new AppError('cancelled', 'It was cancelled. Nothing was changed.')))
    })
  } finally {
    signal.removeEventListener('abort', stop)
    // Only then is its connection closed, and the notebook free for the next change.
    await ended
  }
}
