import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ChangeEvent, Operation } from '#shared/domain/journal.ts'
import type { Backup, CheckReport, Holder, NotebookInfo } from '#shared/domain/notebook.ts'
import { AppError } from '#shared/util/app-error.ts'
import { createAnnouncer } from './announcer.ts'
import {
  assertBackup,
  backupFolder,
  checkSearchIndex,
  createBackup,
  isDailyBackupDue,
  listBackups,
  restoreFile,
} from './backup.ts'
import { checkEvidence, checkTables } from './check.ts'
import { openReadable, openWritable, type Readable, type Writable } from './connection.ts'
import { createJournal, type Journal, type MutateOptions, type RowChange } from './journal.ts'
import { copyPrefix, removeAbandonedCopies, removeLeftovers } from './leftovers.ts'
import { acquireLock, isHeldHere, type Lock } from './lock.ts'
import { migrate, newestVersion, versionOf } from './migrations/index.ts'
import { assertNotebookFile, assertOwnSchema } from './notebook-file.ts'
import { isDamage, sqliteCode } from './store-error.ts'

export interface OpenOptions {
  /** Who opens it, for the one who finds it held: `desktop`, `browser`, `command line`. */
  program: string
  /** Opens for reading alone, and takes no lock. */
  readOnly?: boolean
  /** Keeps the search index in step; called inside every transaction that changes entities. */
  index?: (db: Writable, changes: RowChange[]) => void
}

/** An open notebook: many readers of one connection, one writer, and the life of the file around them. */
export interface Notebook {
  readonly path: string
  /** Changes when the file is restored: ask for it each time. */
  reader(): Readable
  readonly readOnlyBecause: NotebookInfo['readOnlyBecause']
  readonly holder: Holder | null
  /** Before work that ends in a change: says at once why there can be none. @throws AppError `read-only` */
  assertWritable(): void
  mutate<T>(label: string, work: (db: Writable) => T, options?: MutateOptions): T
  /** A transaction of the program's own, outside the history: emptying the trash, rebuilding the index. */
  maintain<T>(work: (db: Writable) => T): T
  undo(operationId?: string): Operation | null
  redo(): Operation | null
  /** Calls `listener` after every committed change; returns the way to stop it. */
  onChange(listener: (event: ChangeEvent) => void): () => void
  backup(reason: Backup['reason']): Promise<Backup>
  backups(): Backup[]
  /** Backs up what is there, then puts the notebook back to the named backup, and goes on with that. */
  restore(name: string): Promise<void>
  check(): Promise<Omit<CheckReport, 'ok'>>
  /** Folds the journal into the file and lets go of it. */
  close(): void
}

interface Writing {
  db: Writable
  journal: Journal
}

/**
 * Opens a notebook: refuses what is not one, takes the lock or says who has it, compares the schema, backs up and
 * migrates an older one. Read-only where it is held, where the folder cannot be written to, or where it is asked for.
 *
 * @throws AppError `no-such-notebook`, `unreadable-notebook`, `not-a-notebook`, `foreign-file`, `newer-notebook`,
 *   `altered-schema`, `older-notebook` (read-only, so it cannot be migrated), `damaged-notebook`
 */
export async function openNotebook(givenPath: string, options: OpenOptions): Promise<Notebook> {
  const path = realPath(givenPath)
  // A notebook that this process holds already is one, and must not be opened as a plain file.
  if (!isHeldHere(path)) assertNotebookFile(path)
  if (options.readOnly) return openForReading(path, 'asked', null)
  if (!isWritable(path)) return openForReading(path, 'folder', null)
  const attempt = acquireLock(path, options.program)
  if (attempt.kind === 'held') return openForReading(path, 'held', attempt.holder)
  if (attempt.kind === 'unwritable') return openForReading(path, 'folder', null)
  try {
    return await openForWriting(path, attempt.lock, options)
  } catch (error) {
    attempt.lock.release()
    if (isDamage(error)) return openForReading(path, 'damaged', null)
    throw error
  }
}

async function openForWriting(path: string, lock: Lock, options: OpenOptions): Promise<Notebook> {
  removeLeftovers(path, backupFolder(path))
  const { announce, onChange } = createAnnouncer()
  let writing = await startWriting(path, options, announce)
  let reader = openReadable(path)

  return {
    path,
    readOnlyBecause: null,
    holder: null,
    reader: () => reader,
    assertWritable: () => {},
    mutate: (label, work, mutateOptions) => writing.journal.mutate(label, work, mutateOptions),
    maintain: (work) => {
      const result = writing.db.transaction(() => work(writing.db))
      announce({ operation: null, entities: {} })
      return result
    },
    undo: (operationId) => writing.journal.undo(operationId),
    redo: () => writing.journal.redo(),
    onChange,
    backup: (reason) => createBackup(writing.db, reason),
    backups: () => listBackups(path),
    restore: async (name) => {
      assertBackup(path, name)
      await createBackup(writing.db, 'restore', name)
      reader.close()
      // Everything is in the one file before it is replaced; nothing of it may be left in a journal.
      foldIn(writing.db)
      try {
        restoreFile(path, name)
      } finally {
        writing = await startWriting(path, options, announce)
        reader = openReadable(path)
        announce({ operation: null, entities: {} })
      }
    },
    check: async () => ({
      ...checkTables(reader),
      searchIndex: checkSearchIndex(writing.db),
      evidence: await checkEvidence(reader),
    }),
    close: () => {
      try {
        reader.close()
        foldIn(writing.db)
      } finally {
        lock.release()
      }
    },
  }
}

async function startWriting(
  path: string,
  options: OpenOptions,
  announce: (event: ChangeEvent) => void,
): Promise<Writing> {
  assertOwnSchemaUntouched(path)
  const db = openWritable(path)
  try {
    if (versionOf(db) < newestVersion) {
      await createBackup(db, 'migration')
      migrate(db)
    }
    const journal = createJournal(db, {
      beforeCommit: (connection, changes) => options.index?.(connection, changes),
      afterCommit: announce,
    })
    return { db, journal }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Compares the schema before anything writes to the file, even its header: what is refused stays as it was. */
function assertOwnSchemaUntouched(path: string): void {
  let db: Readable
  try {
    db = openReadable(path)
  } catch (error) {
    // A rollback journal of an interrupted change has to be played back first, and that needs a writer.
    if (!/^SQLITE_(READONLY|CANTOPEN)/.test(sqliteCode(error))) throw error
    db = openWritable(path)
  }
  try {
    assertOwnSchema(db)
  } finally {
    db.close()
  }
}

/** Backs the notebook up if today has none yet; what goes wrong is told to `report`, not thrown. */
export async function backUpDaily(notebook: Notebook, report: (error: unknown) => void): Promise<void> {
  if (notebook.readOnlyBecause !== null || !isDailyBackupDue(notebook.path)) return
  try {
    await notebook.backup('daily')
  } catch (error) {
    report(error)
  }
}

function openForReading(
  path: string,
  because: NonNullable<NotebookInfo['readOnlyBecause']>,
  holder: Holder | null,
): Notebook {
  const { db, dispose } = openReadableAnywhere(path)
  try {
    if (because !== 'damaged') assertOwnSchema(db)
    if (versionOf(db) < newestVersion) {
      throw new AppError(
        'older-notebook',
        `${path} is from an older Aide-Mémoire and cannot be brought up to date where it is.`,
        because === 'held' ? 'Close it in the other window first.' : 'Copy it to a folder you can write to.',
      )
    }
  } catch (error) {
    db.close()
    dispose()
    throw error
  }
  const refuse = () => {
    throw readOnlyError(because, holder)
  }
  return {
    path,
    readOnlyBecause: because,
    holder,
    reader: () => db,
    assertWritable: refuse,
    mutate: refuse,
    maintain: refuse,
    undo: refuse,
    redo: refuse,
    onChange: () => () => {},
    backup: async () => refuse(),
    backups: () => listBackups(path),
    restore: async () => refuse(),
    check: async () => ({ ...checkTables(db), searchIndex: [], evidence: await checkEvidence(db) }),
    close: () => {
      db.close()
      dispose()
    },
  }
}

/** The file itself, by whatever link it was named: its lock and its backups lie beside it. */
function realPath(givenPath: string): string {
  try {
    return realpathSync(givenPath)
  } catch {
    return resolve(givenPath)
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A file that says WAL in its header needs a journal beside it even to be read; where the folder refuses one, it is
 * read from a copy.
 */
function openReadableAnywhere(path: string): { db: Readable; dispose: () => void } {
  try {
    const db = openReadable(path)
    return { db, dispose: () => {} }
  } catch (error) {
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test(sqliteCode(error))) throw error
    removeAbandonedCopies()
    const folder = mkdtempSync(join(tmpdir(), copyPrefix(process.pid)))
    const copy = join(folder, 'copy.memoire')
    copyFileSync(path, copy)
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
    return { db: openReadable(copy), dispose: () => rmSync(folder, { recursive: true, force: true }) }
  }
}

/** Leaves one file behind. Where somebody else still reads, the journal stays until they are done. */
function foldIn(db: Writable): void {
  try {
    db.all('PRAGMA wal_checkpoint(TRUNCATE)')
    db.all('PRAGMA journal_mode = DELETE')
  } catch {
    // A reader in another process; SQLite folds the journal in when the last connection closes.
  } finally {
    db.close()
  }
}

function readOnlyError(because: string, holder: Holder | null): AppError {
  const who =
    holder === null
      ? 'somebody else'
      : `${holder.program} (${holder.user} on ${holder.host}, process ${holder.pid})`
  const messages: Record<string, [message: string, hint: string]> = {
    held: [
      `The notebook is open in ${who}, so it can only be read here.`,
      'Close it there, then open it again.',
    ],
    folder: ['The notebook lies where nothing can be written.', 'Copy it to a folder of your own.'],
    damaged: [
      'The notebook is damaged, so it can only be read.',
      'Restore a backup: the newest sound one is listed first.',
    ],
    asked: ['The notebook was opened for reading only.', 'Open it again without that option.'],
  }
  const [message, hint] = messages[because] ?? ['The notebook can only be read.', '']
  return new AppError('read-only', message, hint)
}
