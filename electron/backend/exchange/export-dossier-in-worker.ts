import type { DossierExportReport } from '#shared/domain/dossier-export.ts'
import type { TaskControls } from '../store/task-controls.ts'
import { taskInThread } from '../task-thread.ts'
import { workerUrl } from '../worker-url.ts'
import type { DossierOrder } from './dossier/export-dossier.ts'
import { removeUnfinished } from './output.ts'

export interface DossierExportTask {
  /** Of the notebook. */
  path: string
  order: DossierOrder
}

/**
 * Exports a dossier in a thread of its own, from one moment of the notebook.
 *
 * @throws AppError `cancelled`, with nothing of the export left, and what `exportDossier` throws
 */
export function exportDossierInWorker(
  task: DossierExportTask,
  controls: TaskControls = {},
): Promise<DossierExportReport> {
  return taskInThread({
    ...controls,
    script: workerUrl('dossier-export-worker', import.meta.url),
    data: task,
    cancelled: 'The export was cancelled. Nothing was written.',
    onEnd: () => removeUnfinished(task.order.target),
  })
}
