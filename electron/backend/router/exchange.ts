import { exportInWorker } from '../exchange/export-in-worker.ts'
import { newExportPath } from '../exchange/export-path.ts'
import type { HandlersOf } from './handler.ts'

export const exchange: HandlersOf<'exchange'> = {
  export: ({ notebook, tasks }, { format, selection, taskId }, signal) =>
    tasks.run(taskId, signal, (controls) => {
      const target = newExportPath(notebook.path, format)
      const order = { format, target, selection, replace: false }
      return exportInWorker({ path: notebook.reader().path, order }, controls)
    }),
}
