import { statSync } from 'node:fs'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Announcer } from './announcer.ts'
import {
  backupFolder,
  createBackup,
  listBackups,
  prepareRestore,
  removeWithJournals,
  takePlace,
} from './backup.ts'
import { checkEvidence, checkPages, checkTables } from './check.ts'
import { openReadable, openWritable, type Readable, type Writable } from './connection.ts'
import type { Copying } from './copy-in-worker.ts'
import { createJournal, type Journal } from './journal.ts'
import { removeLeftovers } from './leftovers.ts'
import type { Lock } from './lock.ts'
import { migrate, newestVersion, versionOf } from './migrations/index.ts'
import type { Notebook, OpenOptions } from './notebook.ts'
import { assertOwnSchema } from './notebook-file.ts'
import { readOnlyError } from './open-for-reading.ts'
import { inStretch } from './task-controls.ts'
import { damagedNotebook, isDamage, isIndexDamage, sqliteCode } from './store-error.ts'

/** A notebook up to this size is looked through when it is opened; a larger one by its daily backup, and by `check`. */
const lookedThroughBytes = 32 * 2 ** 20

/** What each half of a restore takes of its time: both copy as much. */
const restoring = { preparing: [0, 0.5], backingUp: [0.5, 1] } as const

interface Writing {
  db: Writable
  journal: Journal
}

/** Opens the notebook that `lock` holds; closing it gives the lock back. */
export async function openForWriting(
  path: string,
  lock: Lock,
  options: OpenOptions,
  { announce, onChange }: Announcer,
): Promise<Notebook> {
  removeLeftovers(path, backupFolder(path))
  let writing = await startWriting(path, options, announce)
  let reader = openReadable(path)
  let isDamaged = false
  const copies = new Set<Copying>()
  let apart: Promise<unknown> | null = null

  function noteDamage(): void {
    if (isDamaged) return
    isDamaged = true
    announce({ operation: null, entities: {} })
  }

  function assertWritable(): void {
    if (isDamaged) throw readOnlyError('damaged', null)
  }

  async function stopCopying(): Promise<void> {
    await Promise.all([...copies].map((copying) => copying.stop()))
  }

  /** What is done is done in the very moment the notebook is found free: nobody comes in between. */
  async function whenFree<T>(work: () => T | Promise<T>): Promise<T> {
    while (apart !== null) await apart
    return work()
  }

  /** Does what takes long while every other change waits. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    return whenFree(() => {
      const change = work()
      const over = () => {
        apart = null
      }
      apart = change.then(over, over)
      return change
    })
  }

  /** Does what writes, unless the notebook is damaged; a search index that is gets made anew first, and once. */
  function write<T>(work: () => T, mend = options.reindex): T {
    assertWritable()
    try {
      return work()
    } catch (error) {
      if (isDamage(error)) noteDamage()
      if (!isIndexDamage(error) || mend === undefined) throw error
      writing.db.transaction(() => mend(writing.db))
      return write(work, undefined)
    }
  }

  return {
    path,
    get readOnlyBecause() {
      return isDamaged ? ('damaged' as const) : null
    },
    holder: null,
    reader: () => reader,
    assertWritable,
    noteDamage,
    mutate: (label, work, mutateOptions) => write(() => writing.journal.mutate(label, work, mutateOptions)),
    whenFree,
    changeApart: async (work) => {
      try {
        const { result, event } = await alone(() => {
          assertWritable()
          return work()
        })
        if (event !== null) announce(event)
        return result
      } catch (error) {
        if (isDamage(error)) noteDamage()
        throw error
      }
    },
    maintain: (work, entities = {}) => {
      const result = write(() => writing.db.transaction(() => work(writing.db)))
      announce({ operation: null, entities })
      return result
    },
    undo: (operationId) => write(() => writing.journal.undo(operationId)),
    redo: () => write(() => writing.journal.redo()),
    onChange,
    backup: async (reason, controls) => {
      assertWritable()
      try {
        return await createBackup(path, reason, { copies, ...controls })
      } catch (error) {
        if (isDamage(error) || (isUnsound(error) && checkPages(reader).length > 0)) noteDamage()
        throw error
      }
    },
    backups: () => listBackups(path),
    restore: async (name, { signal, report = () => {} } = {}) => {
      const prepared = { copies, signal, report: inStretch(report, restoring.preparing) }
      const copy = await prepareRestore(path, name, prepared)
      // What is changed from here on would be neither in the backup nor in what is put back.
      await alone(async () => {
        try {
          const backup = { keep: name, copies, signal, report: inStretch(report, restoring.backingUp) }
          await createBackup(path, 'restore', backup)
          await stopCopying()
          reader.close()
          // Everything is in the one file before it is replaced; nothing of it may be left in a journal.
          foldIn(writing.db)
          try {
            takePlace(path, copy)
          } finally {
            writing = await startWriting(path, options, announce)
            reader = openReadable(path)
            announce({ operation: null, entities: {} })
          }
        } finally {
          removeWithJournals(copy)
        }
      })
    },
    check: async () => {
      const found = checkTables(reader)
      if (found.isDamaged) noteDamage()
      return {
        database: found.database,
        foreignKeys: found.foreignKeys,
        searchIndex: found.searchIndex,
        evidence: await checkEvidence(reader),
      }
    },
    stopCopying,
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

/** Whether a copy did not prove itself: the fault may lie in the notebook, or in the copying. */
function isUnsound(error: unknown): boolean {
  return error instanceof AppError && error.cause instanceof AppError && error.cause.code === 'backup-unsound'
}

async function startWriting(
  path: string,
  options: OpenOptions,
  announce: (event: ChangeEvent) => void,
): Promise<Writing> {
  assertUntouched(path)
  const db = openWritable(path)
  try {
    if (versionOf(db) < newestVersion) {
      await createBackup(path, 'migration')
      migrate(db)
    }
    options.indexWaiting?.(db)
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

/** Looks at the file before anything writes to it, even to its header: what is refused stays as it was. */
function assertUntouched(path: string): void {
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
    assertSound(db)
  } finally {
    db.close()
  }
}

/** Looks through every page of a small notebook: tens of milliseconds. @throws AppError `damaged-notebook` */
function assertSound(db: Readable): void {
  if (statSync(db.path).size > lookedThroughBytes) return
  const [problem] = checkPages(db)
  if (problem !== undefined) throw damagedNotebook(db.path, problem)
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
