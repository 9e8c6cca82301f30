import { getI18n } from 'react-i18next'
import type { ChangeEvent, Operation } from '#shared/domain/journal.ts'
import type { ErrorData } from '#shared/util/app-error.ts'
import { client } from '../rpc/client.ts'
import { errorDataOf } from '../rpc/error-data.ts'
import { type ToastInput, toast } from '../ui/toast/toast.ts'
import { runLongChange } from './long-change.ts'

/**
 * Runs a change the user asked for. What fails is said in a toast that stays; what worked is said, with the way back,
 * where `done` names it, when it is over. Returns the result, or undefined where it failed.
 */
export async function act<T>(work: () => Promise<T>, done?: string | (() => string)): Promise<T | undefined> {
  try {
    const before = done === undefined ? null : await latestChange()
    const result = await work()
    if (done !== undefined)
      await showUndoable({ message: typeof done === 'string' ? done : done() }, before?.id)
    return result
  } catch (error) {
    showError(error)
    return undefined
  }
}

/**
 * Says what the latest change did, with the way back for as long as nothing else is changed. Where the latest is still the
 * one `before`, nothing was changed and there is nothing to undo.
 */
export async function showUndoable(input: Omit<ToastInput, 'undo'>, before?: string): Promise<void> {
  const latest = await latestChange()
  const isNew = latest !== null && latest.id !== before
  toast.show({
    ...input,
    undo: isNew ? { changeId: latest.id, run: () => step('undo', latest.id) } : undefined,
  })
}

async function latestChange(): Promise<Operation | null> {
  return (await client.journal.state.query()).undo
}

/** After a change in any window: what was done before it can no longer be undone by itself. */
export function keepLatestUndo({ operation }: ChangeEvent): void {
  toast.keepUndoOf(operation === null || operation.undone ? null : operation.id)
}

/** Takes the latest change back, whatever it was, and says which. */
export async function undoLatest(): Promise<void> {
  await step('undo')
}

/** Does again what was taken back last. */
export async function redoLatest(): Promise<void> {
  await step('redo')
}

/** Says what went wrong and what to do, in the interface's language where it has words for the code. */
export function describeError(error: unknown): string {
  return describeErrorData(errorDataOf(error))
}

/** The same of what came as data. */
export function describeErrorData({ code, message, hint }: ErrorData): string {
  return getI18n().t(`app.errors.${code}`, {
    message,
    defaultValue: [message, hint].filter(Boolean).join(' '),
  })
}

export function showError(error: unknown): void {
  const isWanted = errorDataOf(error).code === 'cancelled'
  toast.show({ message: describeError(error), tone: isWanted ? 'plain' : 'danger' })
}

/** The name of a procedure as something the user did: "Mark a quote". */
export function nameOfOperation(label: string): string {
  return getI18n().t(`app.operations.${label.replace('.', '-')}`, { defaultValue: label })
}

async function step(direction: 'undo' | 'redo', operationId?: string): Promise<void> {
  try {
    const operation =
      direction === 'undo'
        ? await runLongChange((taskId) => client.journal.undo.mutate({ operationId, taskId }))
        : await runLongChange((taskId) => client.journal.redo.mutate({ taskId }))
    const key = operation === null ? `app.history.nothing-${direction}` : `app.history.${direction}`
    const what = operation === null ? '' : nameOfOperation(operation.label)
    toast.show({ message: getI18n().t(key, { what }) })
  } catch (error) {
    showError(error)
  }
}
