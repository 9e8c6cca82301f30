import type { ExportReport } from '#shared/domain/exchange.ts'
import type { TaskControls } from '../store/task-controls.ts'
import { taskInThread } from '../task-thread.ts'
import { workerUrl } from '../worker-url.ts'
import { removeUnfinished } from './output.ts'
import type { ExportOrder } from './run-export.ts'

export interface ExportTask {
  /** Of the notebook. */
  path: string
  order: ExportOrder
}

/**
 * Exports in a thread of its own, from one moment of the notebook, since it takes as long as the notebook is large.
 *
 * @throws AppError `cancelled`, with nothing of the export left, and what `runExport` throws
 */
export function exportInWorker(task: ExportTask, controls: TaskControls = {}): Promise<ExportReport> {
  return taskInThread({
    ...controls,
    script: workerUrl('export-worker', import.meta.url),
    data: task,
    cancelled: 'The export was cancelled. Nothing was written.',
    onEnd: () => removeUnfinished(task.order.target),
  })
}
