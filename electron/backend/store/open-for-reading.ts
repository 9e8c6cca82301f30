import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Holder, NotebookInfo } from '#shared/domain/notebook.ts'
import { AppError } from '#shared/util/app-error.ts'
import { listBackups } from './backup.ts'
import { checkEvidence, checkTables } from './check.ts'
import { openReadable, type Readable } from './connection.ts'
import { copyPrefix, removeAbandonedCopies } from './leftovers.ts'
import { newestVersion, versionOf } from './migrations/index.ts'
import type { Notebook } from './notebook.ts'
import { assertOwnSchema } from './notebook-file.ts'
import { sqliteCode } from './store-error.ts'

/** @throws AppError `older-notebook`, `altered-schema`, `damaged-notebook` where not even that is possible */
export function openForReading(
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
    noteDamage: () => {},
    mutate: refuse,
    changeApart: async () => refuse(),
    whenFree: async (work) => work(),
    maintain: refuse,
    undo: refuse,
    redo: refuse,
    onChange: () => () => {},
    backup: async () => refuse(),
    backups: () => listBackups(path),
    restore: async () => refuse(),
    check: async () => {
      const { isDamaged: _, ...found } = checkTables(db)
      return { ...found, evidence: await checkEvidence(db) }
    },
    stopCopying: async () => {},
    close: () => {
      db.close()
      dispose()
    },
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

/** Says why nothing can be changed, and what to do about it. */
export function readOnlyError(because: string, holder: Holder | null): AppError {
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
      'Restore a backup, or save what can still be read with: salvage TARGET',
    ],
    asked: ['The notebook was opened for reading only.', 'Open it again without that option.'],
  }
  const [message, hint] = messages[because] ?? ['The notebook can only be read.', '']
  return new AppError('read-only', message, hint)
}
