import type { HandlersOf } from './handler.ts'

export const task: HandlersOf<'task'> = {
  watch: ({ tasks }, { taskId }, signal) => tasks.watch(taskId, signal),
  cancel: ({ tasks }, { taskId }) => tasks.cancel(taskId),
}
