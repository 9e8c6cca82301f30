import type { ExportFormat, ExportSelection } from '#shared/domain/exchange.ts'
import { showError } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { createLongTask, type LongTask } from '../rpc/long-task.ts'
import { toast } from '../ui/toast/toast.ts'

/** The check of the notebook, whether its screen is shown or not. */
export const checking = createLongTask((taskId) => client.notebook.check.mutate({ taskId }))

/** A backup that was asked for, likewise. */
export const backingUp = createLongTask((taskId) => client.backup.create.mutate({ taskId }))

/** The backup that is put back next. */
export const restoreOrder: { current: { name: string } } = { current: { name: '' } }

/** Putting the notebook back to a backup, likewise. */
export const restoring = createLongTask(async (taskId) => {
  await client.backup.restore.mutate({ ...restoreOrder.current, taskId })
  return true
})

/** What is to be exported next. */
export const exportOrder: { current: { format: ExportFormat; selection: ExportSelection } } = {
  current: { format: 'notebook-json', selection: {} },
}

/** An export to the folder beside the notebook, likewise. */
export const exporting = createLongTask((taskId) =>
  client.exchange.export.mutate({ ...exportOrder.current, taskId }),
)

/** Starts it, and says where it failed, or that it was cancelled (`cancelled`); undefined in both cases. */
export async function startTask<Result>(
  task: LongTask<Result>,
  cancelled: string,
): Promise<Result | undefined> {
  if (task.get().running) return undefined
  try {
    const result = await task.start()
    if (result === undefined) toast.show({ message: cancelled })
    return result
  } catch (error) {
    showError(error)
    return undefined
  }
}
