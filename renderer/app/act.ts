import { getI18n } from 'react-i18next'
import { client } from '../rpc/client.ts'
import { errorDataOf } from '../rpc/error-data.ts'
import { toast } from '../ui/toast/toast.ts'

/**
 * Runs a change the user asked for. What fails is said in a toast that stays; what worked is said, with the way back,
 * where `done` names it. Returns the result, or undefined where it failed.
 */
export async function act<T>(work: () => Promise<T>, done?: string): Promise<T | undefined> {
  try {
    const result = await work()
    if (done !== undefined) toast.show({ message: done, undo: undoLatest })
    return result
  } catch (error) {
    showError(error)
    return undefined
  }
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
export function showError(error: unknown): void {
  const { code, message, hint } = errorDataOf(error)
  const said = getI18n().t(`app.errors.${code}`, {
    message,
    defaultValue: [message, hint].filter(Boolean).join(' '),
  })
  toast.show({ message: said, tone: 'danger' })
}

/** The name of a procedure as something the user did: "Mark a quote". */
export function nameOfOperation(label: string): string {
  return getI18n().t(`app.operations.${label.replace('.', '-')}`, { defaultValue: label })
}

async function step(direction: 'undo' | 'redo'): Promise<void> {
  try {
    const operation = await client.journal[direction].mutate()
    const key = operation === null ? `app.history.nothing-${direction}` : `app.history.${direction}`
    const what = operation === null ? '' : nameOfOperation(operation.label)
    toast.show({ message: getI18n().t(key, { what }) })
  } catch (error) {
    showError(error)
  }
}
