import type { ChangeEvent, Operation } from '#shared/domain/journal.ts'
import type { Backup, CheckReport, Holder, NotebookInfo } from '#shared/domain/notebook.ts'
import type { Readable, Writable } from './connection.ts'
import type { MutateOptions, RowChange } from './journal.ts'
import type { TaskControls } from './task-controls.ts'

export interface OpenOptions {
  /** Who opens it, for the one who finds it held: `desktop`, `browser`, `command line`. */
  program: string
  /** Opens for reading alone, and takes no lock. */
  readOnly?: boolean
  /** Keeps the search index in step; called inside every transaction that changes entities. */
  index?: (db: Writable, changes: RowChange[]) => void
  /** Indexes what a migration left to be indexed; called once the notebook is at the newest version, before anybody works in it. */
  indexWaiting?: (db: Writable) => void
  /** Makes the search index anew; called where it turns out damaged in the middle of a change. */
  reindex?: (db: Writable) => void
}

/** An open notebook: many readers of one connection, one writer, and the life of the file around them. */
export interface Notebook {
  readonly path: string
  /** Changes when the file is restored: ask for it each time. */
  reader(): Readable
  /** May turn to `damaged` at any time, and back with a restore. */
  readonly readOnlyBecause: NotebookInfo['readOnlyBecause']
  readonly holder: Holder | null
  /** Before work that ends in a change: says at once why there can be none. @throws AppError `read-only` */
  assertWritable(): void
  /** From now on the notebook can only be read: somebody came upon damage in it. Tells every listener the first time. */
  noteDamage(): void
  mutate<T>(label: string, work: (db: Writable) => T, options?: MutateOptions): T
  /**
   * A change that takes long, made outside this thread on a connection of its own, and announced like any other. Reads go on
   * meanwhile; other changes have to wait, see `whenFree`.
   */
  changeApart<T>(work: () => Promise<{ result: T; event: ChangeEvent | null }>): Promise<T>
  /** Does `work`, which may change the notebook, as soon as no change is being made apart. */
  whenFree<T>(work: () => T | Promise<T>): Promise<T>
  /**
   * A transaction of the program's own, outside the history: emptying the trash, rebuilding the index. Everybody looks at
   * everything anew afterwards, or only at what the `entities` named can alter.
   */
  maintain<T>(work: (db: Writable) => T, entities?: ChangeEvent['entities']): T
  undo(operationId?: string): Operation | null
  redo(): Operation | null
  /** Calls `listener` after every committed change; returns the way to stop it. */
  onChange(listener: (event: ChangeEvent) => void): () => void
  /** @throws AppError `backup-failed`, `cancelled`, `damaged-notebook`, `read-only` */
  backup(reason: Backup['reason'], controls?: TaskControls): Promise<Backup>
  backups(): Backup[]
  /**
   * Backs up what is there, then puts the notebook back to the named backup, and goes on with that. A damaged one, of
   * which there is no backup, is set aside as it is. Other changes wait from the moment that is backed up. It can be
   * cancelled until the backup takes the notebook's place.
   *
   * @throws AppError `backup-failed`, `cancelled`, `no-such-backup`, `read-only`, or what makes the backup unfit
   */
  restore(name: string, controls?: TaskControls): Promise<void>
  check(): Promise<Omit<CheckReport, 'ok'>>
  /** Ends backups under way, which are then not made. Resolves when none of them reads the notebook any more. */
  stopCopying(): Promise<void>
  /** Folds the journal into the file and lets go of it; no backup may be under way. */
  close(): void
}
