import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Files that are whole only under another name; a process that is killed cannot take them away. */
export const unfinishedPrefix = 'unfinished-'

/** The name a backup is copied to before it takes the place of the notebook. */
export function restoringPath(notebookPath: string, id: string): string {
  return `${notebookPath}-restoring-${id}`
}

/** The name of what is imported while it is read: what was uploaded, and copies made of it. */
export function importingPath(notebookPath: string, id: string): string {
  return `${notebookPath}-importing-${id}`
}

/**
 * Removes what a killed process left of a backup, a restore or an import that it did not finish: each may be as large as the notebook. Only
 * for the one who holds the notebook's lock, as nobody else can be at work on such a file.
 */
export function removeLeftovers(notebookPath: string, backupFolder: string): void {
  removeNamed(dirname(notebookPath), restoringPath(basename(notebookPath), ''))
  removeNamed(dirname(notebookPath), importingPath(basename(notebookPath), ''))
  removeNamed(backupFolder, unfinishedPrefix)
}

/** What private copies of notebooks are called, by the process that reads one. */
export function copyPrefix(pid: number): string {
  return `aide-memoire-${pid}-`
}

/** Removes copies whose process ended without removing them. */
export function removeAbandonedCopies(folder = tmpdir()): void {
  for (const name of namesIn(folder)) {
    const pid = Number(/^aide-memoire-(\d+)-/.exec(name)?.[1])
    if (Number.isSafeInteger(pid) && !isRunning(pid)) removeQuietly(join(folder, name))
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function removeNamed(folder: string, prefix: string): void {
  for (const name of namesIn(folder)) if (name.startsWith(prefix)) removeQuietly(join(folder, name))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** What cannot be removed takes space and does no other harm. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // See above.
  }
}
