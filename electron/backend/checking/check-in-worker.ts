import type { TaskControls } from '../store/task-controls.ts'
import { taskInThread } from '../task-thread.ts'
import { workerUrl } from '../worker-url.ts'
import type { Checked } from './check-notebook.ts'

/**
 * Checks the notebook at `path` in a thread of its own, on a connection that only reads, as it is at this moment: it takes
 * minutes where the notebook is large.
 *
 * @throws AppError `cancelled`, at once when `signal` says so; the thread ends with the table it is reading
 */
export function checkInWorker(path: string, controls: TaskControls = {}): Promise<Checked> {
  return taskInThread({
    ...controls,
    script: workerUrl('check-worker', import.meta.url),
    data: path,
    cancelled: 'The check was not finished.',
  })
}
