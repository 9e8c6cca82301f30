import { closeSync, fsyncSync, openSync } from 'node:fs'
import { AppError } from '#shared/util/app-error.ts'
import { checkCopy } from './check.ts'
import { openScratch } from './connection.ts'
import { assertNotebookFile, assertOwnSchema } from './notebook-file.ts'
import { rowCounts } from './notebook-info.ts'
import type { OnProgress } from './task-controls.ts'

/**
 * Opens a copy that is nobody's notebook yet, checks its tables, and counts their rows.
 *
 * @throws AppError `backup-unsound`, or what makes the file no notebook
 */
export function proveNotebook(path: string, onProgress?: OnProgress): Record<string, number> {
  assertNotebookFile(path)
  const copy = openScratch(path)
  try {
    // A copy of an open notebook says WAL in its header; a backup is one plain file.
    copy.exec('PRAGMA journal_mode = DELETE')
    assertOwnSchema(copy)
    const [problem] = checkCopy(copy, onProgress)
    if (problem !== undefined) throw new AppError('backup-unsound', `The copy is not sound: ${problem}.`)
    return rowCounts(copy)
  } finally {
    copy.close()
  }
}

/** Makes what was written to a file durable. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
