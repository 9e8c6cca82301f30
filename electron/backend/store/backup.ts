import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { type Backup, backupSchema } from '#shared/domain/notebook.ts'
import { AppError } from '#shared/util/app-error.ts'
import { type Copying, type CopyTask, copyInWorker } from './copy-in-worker.ts'
import { restoringPath, unfinishedPrefix } from './leftovers.ts'
import { assertNotebookFile, extension, syncFolder } from './notebook-file.ts'
import { proveNotebook, syncFile } from './prove-notebook.ts'
import { isDamage } from './store-error.ts'
import type { TaskControls } from './task-controls.ts'

interface CopyControls extends TaskControls {
  /** Where a copy is found as long as it is under way. */
  copies?: Set<Copying>
}

interface BackupOptions extends CopyControls {
  keep?: string | undefined
}

/** How many of each are kept; older ones go once a newer one has proved itself. */
const kept: Record<Backup['reason'], number> = { daily: 14, asked: 20, migration: 5, restore: 5 }

const namePattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z ([a-z]+)\.memoire$/

/** Where the backups of a notebook lie: a folder beside it, one whole notebook a file. */
export function backupFolder(notebookPath: string): string {
  return `${notebookPath}-backups`
}

/** Newest first. */
export function listBackups(notebookPath: string): Backup[] {
  const folder = backupFolder(notebookPath)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const match = namePattern.exec(name)
      if (match === null) return []
      const [, day, hours, minutes, seconds, milliseconds, reason] = match
      const parsed = backupSchema.safeParse({
        name,
        path: join(folder, name),
        at: `${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`,
        reason,
        bytes: statSync(join(folder, name)).size,
      })
      return parsed.success ? [parsed.data] : []
    })
    .sort((a, b) => b.at.localeCompare(a.at))
}

/** @throws AppError `no-such-backup` */
export function assertBackup(notebookPath: string, name: string): Backup {
  const backup = listBackups(notebookPath).find((candidate) => candidate.name === name)
  if (backup === undefined) {
    throw new AppError(
      'no-such-backup',
      `There is no backup “${name}”.`,
      'List the backups and choose one of them.',
    )
  }
  return backup
}

/**
 * Copies the notebook, proves that the copy opens, is sound and holds as many rows as the notebook, and only then gives
 * it its name and drops older ones, but never the one named `keep`. All of that happens in a thread of its own: the
 * notebook can be read and written to meanwhile. While it copies it is one of `copies`, and can be stopped there or by
 * `signal`; what was copied until then is removed.
 *
 * @throws AppError `backup-failed`, `cancelled`, `damaged-notebook`
 */
export async function createBackup(
  path: string,
  reason: Backup['reason'],
  { keep, ...controls }: BackupOptions = {},
): Promise<Backup> {
  const folder = backupFolder(path)
  const unfinished = join(folder, unfinishedPrefix + uuidv7())
  try {
    mkdirSync(folder, { recursive: true })
    await copyApart({ path, target: unfinished }, controls)
    return finish(path, unfinished, reason, keep)
  } catch (error) {
    if (isDamage(error) || (error instanceof AppError && error.code === 'cancelled')) throw error
    throw new AppError(
      'backup-failed',
      `The backup could not be made: ${error instanceof Error ? error.message : String(error)}`,
      'Look for free space and write permission beside the notebook. The notebook itself is not affected.',
      { cause: error },
    )
  } finally {
    removeWithJournals(unfinished)
  }
}

/** Copies and proves in a thread of its own; where that fails or is stopped, nothing is left of the copy. */
async function copyApart(task: CopyTask, { copies, signal, report }: CopyControls): Promise<void> {
  const copying = copyInWorker(task, report)
  const stop = () => void copying.stop()
  copies?.add(copying)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    await copying.proved
  } catch (error) {
    removeWithJournals(task.target)
    // A thread that was stopped may hold its file for a moment more, and some systems remove none that is held.
    void copying.ended.then(() => removeWithJournals(task.target))
    throw error
  } finally {
    copies?.delete(copying)
    signal?.removeEventListener('abort', stop)
  }
}

/** True where no daily backup is of today (in UTC). */
export function isDailyBackupDue(notebookPath: string, now: Date = new Date()): boolean {
  const today = now.toISOString().slice(0, 10)
  return !listBackups(notebookPath).some(
    (backup) => backup.reason === 'daily' && backup.at.slice(0, 10) === today,
  )
}

/**
 * Makes ready what `takePlace` puts in the place of a notebook: a proved copy of a backup, beside the notebook, made in a
 * thread of its own. Answers its path.
 *
 * @throws AppError `no-such-backup`, `cancelled`, or what makes the backup unfit
 */
export async function prepareRestore(
  notebookPath: string,
  name: string,
  controls: CopyControls,
): Promise<string> {
  const backup = assertBackup(notebookPath, name)
  assertNotebookFile(backup.path)
  const copy = restoringPath(notebookPath, uuidv7())
  await copyApart({ path: backup.path, target: copy }, controls)
  return copy
}

/**
 * Puts a proved copy in the place of a notebook that nobody has open. The notebook's own journals are removed: left beside
 * the restored file, they would silently undo the restore.
 */
export function takePlace(notebookPath: string, copy: string): void {
  removeJournals(notebookPath)
  renameSync(copy, notebookPath)
  syncFolder(dirname(notebookPath))
}

/**
 * Puts the file of a notebook that nobody has open back to a backup, in this thread. The backup is proved on a copy first.
 *
 * @throws AppError `no-such-backup`, or what makes the backup unfit
 */
export function restoreFile(notebookPath: string, name: string): void {
  const backup = assertBackup(notebookPath, name)
  const copy = restoringPath(notebookPath, uuidv7())
  try {
    copyFileSync(backup.path, copy)
    proveNotebook(copy)
    syncFile(copy)
    takePlace(notebookPath, copy)
  } finally {
    removeWithJournals(copy)
  }
}

function finish(notebookPath: string, unfinished: string, reason: Backup['reason'], keep?: string): Backup {
  const { at, name } = freeName(dirname(unfinished), reason)
  const path = join(dirname(unfinished), name)
  renameSync(unfinished, path)
  syncFolder(dirname(path))
  // By distance from now, not by date: after a clock that was wrong, what is dated in the future is not the newest.
  const age = (backup: Backup) => Math.abs(Date.parse(at) - Date.parse(backup.at))
  const ofSameReason = listBackups(notebookPath)
    .filter((backup) => backup.reason === reason)
    .sort((a, b) => age(a) - age(b))
  for (const old of ofSameReason.slice(kept[reason])) if (old.name !== keep) rmSync(old.path, { force: true })
  return { name, path, at, reason, bytes: statSync(path).size }
}

/** Two backups in one millisecond do not replace one another. */
function freeName(folder: string, reason: Backup['reason']): { at: string; name: string } {
  for (let moment = Date.now(); ; moment++) {
    const at = new Date(moment).toISOString()
    const name = `${at.replace(/[:.]/g, '-')} ${reason}${extension}`
    if (!existsSync(join(folder, name))) return { at, name }
  }
}

function removeJournals(path: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

/** Tidies up after work that may have failed for want of the very folder; what went wrong is told by that. */
export function removeWithJournals(path: string): void {
  try {
    removeJournals(path)
    rmSync(path, { force: true })
  } catch {
    // See above.
  }
}
