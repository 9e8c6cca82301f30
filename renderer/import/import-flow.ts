import type { ImportFormat, ImportReport } from '#shared/domain/import.ts'
import type { TaskProgress } from '#shared/domain/task.ts'
import { showError } from '../app/act.ts'
import { runLongChange } from '../app/long-change.ts'
import { client } from '../rpc/client.ts'
import { runTask } from '../rpc/run-task.ts'
import type { ChosenFiles } from './chosen-files.ts'
import { discard, upload } from './upload.ts'

/** How an import stands: something is chosen, handed over and looked at, then imported once the user says so. */
export type ImportState =
  | { step: 'choose' }
  | { step: 'uploading' | 'looking' | 'importing'; name: string; progress: Progress }
  | { step: 'preview'; name: string; uploadId: string; report: ImportReport }
  | { step: 'done'; name: string; report: ImportReport; operationId: string | null; isUndone: boolean }

interface Progress {
  share: number | null
  task: TaskProgress['step'] | null
}

const nothing: Progress = { share: null, task: null }
let state: ImportState = { step: 'choose' }
let controller = new AbortController()
const listeners = new Set<() => void>()

function set(next: ImportState): void {
  state = next
  for (const listener of listeners) listener()
}

function moveTo(step: 'uploading' | 'looking' | 'importing', name: string, progress = nothing): void {
  set({ step, name, progress })
}

/** An import that goes on while its screen is left, and is found there as it stands; a store for `useSyncExternalStore`. */
export const importFlow = {
  get: (): ImportState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Hands over what was chosen and looks at it. Nothing is changed by it. */
  async begin(chosen: ChosenFiles): Promise<void> {
    if (state.step !== 'choose' && state.step !== 'preview' && state.step !== 'done') return
    this.leave()
    controller = new AbortController()
    const { signal } = controller
    moveTo('uploading', chosen.name)
    try {
      const uploadId = await upload(chosen, {
        signal,
        onShare: (share) => moveTo('uploading', chosen.name, { share, task: null }),
      })
      await look(chosen.name, uploadId, undefined, signal)
    } catch (error) {
      set({ step: 'choose' })
      if (!signal.aborted) showError(error)
    }
  },
  /** Looks at the same file as another format. */
  async readAs(format: ImportFormat): Promise<void> {
    if (state.step !== 'preview') return
    const { name, uploadId } = state
    const before = state
    controller = new AbortController()
    try {
      await look(name, uploadId, format, controller.signal)
    } catch (error) {
      set(before)
      if (!controller.signal.aborted) showError(error)
    }
  },
  /** Does what the preview says. */
  async start(): Promise<void> {
    if (state.step !== 'preview') return
    const { name, uploadId, report } = state
    const before = state
    controller = new AbortController()
    const { signal } = controller
    moveTo('importing', name)
    try {
      const made = await runTask(
        (taskId) => client.exchange.import.mutate({ uploadId, format: report.format, taskId }),
        { signal, onProgress: ({ share, step }) => moveTo('importing', name, { share, task: step }) },
      )
      set({ step: 'done', name, ...made, isUndone: false })
    } catch (error) {
      set(before)
      if (!signal.aborted) showError(error)
    }
  },
  cancel(): void {
    controller.abort()
  },
  /** Takes the import back, as one step. */
  async undo(): Promise<void> {
    if (state.step !== 'done' || state.operationId === null) return
    const done = state
    const { operationId } = state
    try {
      await runLongChange((taskId) => client.journal.undo.mutate({ operationId, taskId }))
      set({ ...done, isUndone: true })
    } catch (error) {
      showError(error)
    }
  },
  /** Back to the beginning; what was handed over and not imported goes. */
  leave(): void {
    if (state.step === 'preview') discard(state.uploadId)
    set({ step: 'choose' })
  },
}

async function look(
  name: string,
  uploadId: string,
  format: ImportFormat | undefined,
  signal: AbortSignal,
): Promise<void> {
  moveTo('looking', name)
  try {
    const report = await runTask(
      (taskId) =>
        client.exchange.previewImport.mutate({ uploadId, taskId, ...(format !== undefined && { format }) }),
      { signal, onProgress: ({ share, step }) => moveTo('looking', name, { share, task: step }) },
    )
    set({ step: 'preview', name, uploadId, report })
  } catch (error) {
    if (format === undefined) discard(uploadId)
    throw error
  }
}
