import type { Contract } from './contract.ts'

/**
 * A change on its way to the backend, with a key that stays the same when the call is made again because the connection
 * broke before it was answered. The backend makes a change once for each key, also when it was started anew in between.
 */
export interface OnceCall {
  onceKey: string
  input: unknown
}

const keyShape = /^[\w-]{16,64}$/

/** @returns the call inside; without a key where the caller gave none, as the command line and scripts do */
export function readOnceCall(raw: unknown): { onceKey: string | undefined; input: unknown } {
  if (typeof raw !== 'object' || raw === null || !('onceKey' in raw))
    return { onceKey: undefined, input: raw }
  const { onceKey, input } = raw as Partial<OnceCall>
  if (typeof onceKey !== 'string' || !keyShape.test(onceKey))
    throw new TypeError('The key of a call is malformed.')
  return { onceKey, input }
}

type PathsOfKind<Kind> = {
  [Subject in keyof Contract & string]: {
    [Name in keyof Contract[Subject] & string]: Contract[Subject][Name] extends { kind: Kind }
      ? `${Subject}.${Name}`
      : never
  }[keyof Contract[Subject] & string]
}[keyof Contract & string]

/**
 * The tasks of the contract, spelled out so that the interface need not load every schema to know them. A call to one
 * has no key: an undo that may or may not have happened is not tried again, but told.
 */
const tasks: Record<PathsOfKind<'task'>, true> = {
  'notebook.check': true,
  'notebook.salvage': true,
  'notebook.reindex': true,
  'notebook.loadSample': true,
  'journal.undo': true,
  'journal.redo': true,
  'trash.empty': true,
  'backup.create': true,
  'backup.restore': true,
  'exchange.export': true,
  'exchange.share': true,
  'dossier.export': true,
  'exchange.beginUpload': true,
  'exchange.upload': true,
  'exchange.discardUpload': true,
  'exchange.previewImport': true,
  'exchange.import': true,
  'feed.refresh': true,
  'clipper.enable': true,
  'clipper.beginPairing': true,
  'clipper.cancelPairing': true,
  'clipper.revoke': true,
  'clipper.reveal': true,
  'task.cancel': true,
}

/** Whether the path (`journal.undo`) names a task: something a client cannot tell from a change by itself. */
export function isTask(path: string): boolean {
  return Object.hasOwn(tasks, path)
}
