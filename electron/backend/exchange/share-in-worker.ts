import { dirname, join, resolve } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { ShareChoice, SharePreview, ShareReport } from '#shared/domain/sharing.ts'
import { removeUnfinishedNotebook } from '../store/notebook-file.ts'
import type { TaskControls } from '../store/task-controls.ts'
import { taskInThread } from '../task-thread.ts'
import { workerUrl } from '../worker-url.ts'
import type { ShareOrder } from './sharing/write-share.ts'

export interface ShareTask {
  /** Of the notebook. */
  path: string
  choice: ShareChoice
  /** Where it is written; null where it is only told what it would be. */
  file: Pick<ShareOrder, 'target' | 'unfinished' | 'replace'> | null
}

/**
 * Writes a part of the notebook as one of its own, in a thread, from one moment of the notebook.
 *
 * @throws AppError `cancelled`, with nothing of the file left, and what `writeShare` throws
 */
export function shareInWorker(
  {
    path,
    choice,
    target,
    replace,
  }: Pick<ShareTask, 'path' | 'choice'> & Omit<ShareOrder, keyof ShareChoice | 'unfinished'>,
  controls: TaskControls = {},
): Promise<ShareReport> {
  const unfinished = join(dirname(resolve(target)), `.unfinished-${uuidv7()}`)
  const task: ShareTask = { path, choice, file: { target, unfinished, replace } }
  return taskInThread({
    ...controls,
    script: workerUrl('share-worker', import.meta.url),
    data: task,
    cancelled: 'Sharing was cancelled. Nothing was written.',
    onEnd: () => removeUnfinishedNotebook(unfinished),
  })
}

/** What a part would hold, counted in a thread. @throws AppError `cancelled`, and what `choosePart` throws */
export function previewShareInWorker(
  { path, choice }: Pick<ShareTask, 'path' | 'choice'>,
  controls: TaskControls = {},
): Promise<SharePreview> {
  const task: ShareTask = { path, choice, file: null }
  return taskInThread({
    ...controls,
    script: workerUrl('share-worker', import.meta.url),
    data: task,
    cancelled: 'Counting was cancelled.',
  })
}
