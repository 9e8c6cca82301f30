import { copyFileSync, existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/util/app-error.ts'
import { checkCopy } from '../../../store/check.ts'
import { openReadable, openScratch, type Readable, type Writable } from '../../../store/connection.ts'
import { migrate } from '../../../store/migrations/index.ts'
import { assertNotebookFile, assertOwnSchema } from '../../../store/notebook-file.ts'
import { isDamage } from '../../../store/store-error.ts'
import type { OnProgress } from '../../../store/task-controls.ts'
import { restoreFromJson } from '../../restore-from-json.ts'
import type { ImportSource } from '../reader.ts'

/** A notebook by its first bytes: SQLite's own, and our application id. */
export function isNotebook({ isFolder, head }: ImportSource): boolean {
  const text = Buffer.from(head)
  return (
    !isFolder &&
    text.subarray(0, 16).toString('latin1') === 'SQLite format 3\0' &&
    text.subarray(68, 72).toString('latin1') === 'AMem'
  )
}

/** A complete export by what its first line says. */
export function isNotebookJson({ isFolder, head }: ImportSource): boolean {
  return !isFolder && Buffer.from(head).toString('latin1').startsWith('{"format":"aide-memoire-notebook"')
}

/**
 * Opens a copy of another notebook to read from, in `folder`, brought to the newest version and proved sound. The file itself is not
 * touched.
 *
 * @throws AppError `same-notebook`, `import-unreadable`, `newer-notebook`, `altered-schema`, and what `restoreFromJson` throws
 */
export async function openOtherNotebook(
  source: ImportSource,
  ownPath: string,
  folder: string,
  onProgress?: OnProgress,
): Promise<Readable> {
  const copy = join(folder, 'other.memoire')
  if (isNotebookJson(source)) {
    await restoreFromJson(source.path, copy)
    return openReadable(copy)
  }
  if (existsSync(ownPath) && realpathSync(source.path) === realpathSync(ownPath))
    throw new AppError('same-notebook', 'This is the notebook that is open.', 'Choose another one.')
  assertNotebookFile(source.path)
  copyFileSync(source.path, copy)
  // What was written last to a notebook that is open stands beside it.
  if (existsSync(`${source.path}-wal`)) copyFileSync(`${source.path}-wal`, `${copy}-wal`)
  prepareCopy(copy, source.path, onProgress)
  return openReadable(copy)
}

function prepareCopy(copy: string, named: string, onProgress?: OnProgress): void {
  let db: Writable | undefined
  try {
    db = openScratch(copy)
    db.exec('PRAGMA journal_mode = DELETE')
    assertOwnSchema(db)
    const [problem] = checkCopy(db, onProgress)
    if (problem !== undefined) throw unsound(named, problem)
    migrate(db)
  } catch (error) {
    if (error instanceof AppError && !isDamage(error)) throw error
    throw unsound(named, error instanceof Error ? error.message : String(error), error)
  } finally {
    db?.close()
  }
}

function unsound(path: string, problem: string, cause?: unknown): AppError {
  return new AppError(
    'import-unreadable',
    `${path} is damaged: ${problem}`,
    'Nothing was changed. Open it by itself and restore a backup of it, then import it.',
    { cause },
  )
}
