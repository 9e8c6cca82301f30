import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/util/app-error.ts'
import { assertBackup, backupFolder, restoreFile } from './backup.ts'
import { acquireLock, isHeldHere } from './lock.ts'
import { extension } from './notebook-file.ts'

/**
 * Puts back to a backup what cannot be opened, or is not there at all. What is there is copied aside first, as it is, to a
 * file among the backups whose name begins with `damaged`; no backup takes its place, so nobody but the user removes it.
 *
 * @throws AppError `no-such-backup`, `notebook-held`, `read-only`, or what makes the backup unfit
 */
export function restoreUnopened(path: string, name: string): void {
  assertBackup(path, name)
  if (isHeldHere(path)) throw held('this program')
  const attempt = acquireLock(path, 'restore')
  if (attempt.kind === 'held') throw held(attempt.holder?.program ?? 'another program')
  if (attempt.kind === 'unwritable') {
    throw new AppError(
      'read-only',
      `Nothing can be written beside ${path}.`,
      'Copy it and its backups to a folder of your own.',
    )
  }
  try {
    setAside(path)
    restoreFile(path, name)
  } finally {
    attempt.lock.release()
  }
}

function setAside(path: string): void {
  if (!existsSync(path)) return
  mkdirSync(backupFolder(path), { recursive: true })
  const moment = new Date().toISOString().replace(/[:.]/g, '-')
  const aside = join(backupFolder(path), `damaged ${moment}${extension}`)
  for (const suffix of ['', '-wal'])
    if (existsSync(path + suffix)) copyFileSync(path + suffix, aside + suffix)
}

function held(by: string): AppError {
  return new AppError('notebook-held', `The notebook is open in ${by}.`, 'Close it there first.')
}
