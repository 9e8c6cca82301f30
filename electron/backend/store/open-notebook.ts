import { accessSync, constants, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '#shared/util/app-error.ts'
import { type Announcer, createAnnouncer } from './announcer.ts'
import { assertBackup, isDailyBackupDue } from './backup.ts'
import { acquireLock, isHeldHere } from './lock.ts'
import type { Notebook, OpenOptions } from './notebook.ts'
import { assertNotebookFile } from './notebook-file.ts'
import { openForReading } from './open-for-reading.ts'
import { openForWriting } from './open-for-writing.ts'
import { restoreUnopened } from './restore-unopened.ts'
import type { TaskControls } from './task-controls.ts'
import { isDamage } from './store-error.ts'

export type { Notebook, OpenOptions } from './notebook.ts'

/**
 * Opens a notebook: refuses what is not one, takes the lock or says who has it, compares the schema, backs up and
 * migrates an older one. Read-only where it is held, where it is damaged, where the folder cannot be written to, or where
 * it is asked for.
 *
 * @throws AppError `no-such-notebook`, `unreadable-notebook`, `not-a-notebook`, `foreign-file`, `newer-notebook`,
 *   `altered-schema`, `older-notebook` (read-only, so it cannot be migrated), `damaged-notebook` (not even readable)
 */
export async function openNotebook(givenPath: string, options: OpenOptions): Promise<Notebook> {
  const path = realPath(givenPath)
  const announcer = createAnnouncer()
  let notebook = await openOnce(path, options, announcer)

  /** A damaged notebook is closed, set aside, and opened anew as it was in the backup. */
  async function restore(name: string, controls?: TaskControls): Promise<void> {
    if (notebook.readOnlyBecause !== 'damaged') return notebook.restore(name, controls)
    assertBackup(path, name)
    await notebook.stopCopying()
    notebook.close()
    try {
      restoreUnopened(path, name)
    } finally {
      notebook = await openOnce(path, options, announcer)
      announcer.announce({ operation: null, entities: {} })
    }
  }

  return {
    path,
    get readOnlyBecause() {
      return notebook.readOnlyBecause
    },
    get holder() {
      return notebook.holder
    },
    reader: () => notebook.reader(),
    assertWritable: () => notebook.assertWritable(),
    noteDamage: () => notebook.noteDamage(),
    mutate: (label, work, mutateOptions) => notebook.mutate(label, work, mutateOptions),
    changeApart: (work) => notebook.changeApart(work),
    whenFree: (work) => notebook.whenFree(work),
    maintain: (work, entities) => notebook.maintain(work, entities),
    undo: (operationId) => notebook.undo(operationId),
    redo: () => notebook.redo(),
    onChange: announcer.onChange,
    backup: (reason, controls) => notebook.backup(reason, controls),
    backups: () => notebook.backups(),
    restore,
    check: () => notebook.check(),
    stopCopying: () => notebook.stopCopying(),
    close: () => notebook.close(),
  }
}

async function openOnce(path: string, options: OpenOptions, announcer: Announcer): Promise<Notebook> {
  // A notebook that this process holds already is one, and must not be opened as a plain file.
  if (!isHeldHere(path)) assertNotebookFile(path)
  if (options.readOnly) return openForReading(path, 'asked', null)
  if (!isWritable(path)) return openForReading(path, 'folder', null)
  const attempt = acquireLock(path, options.program)
  if (attempt.kind === 'held') return openForReading(path, 'held', attempt.holder)
  if (attempt.kind === 'unwritable') return openForReading(path, 'folder', null)
  try {
    return await openForWriting(path, attempt.lock, options, announcer)
  } catch (error) {
    attempt.lock.release()
    if (isDamage(error)) return openForReading(path, 'damaged', null)
    throw error
  }
}

/** Backs the notebook up if today has none yet; what goes wrong is told to `report`, not thrown. */
export async function backUpDaily(notebook: Notebook, report: (error: unknown) => void): Promise<void> {
  if (notebook.readOnlyBecause !== null || !isDailyBackupDue(notebook.path)) return
  try {
    await notebook.backup('daily')
  } catch (error) {
    // Cancelled as the program ends: the next one backs up.
    if (!(error instanceof AppError && error.code === 'cancelled')) report(error)
  }
}

/** The file itself, by whatever link it was named: its lock and its backups lie beside it. */
export function realPath(givenPath: string): string {
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
