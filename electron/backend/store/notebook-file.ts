import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { AppError } from '#shared/util/app-error.ts'
import { openScratch, type Readable, type Writable } from './connection.ts'
import { migrate, newestVersion, versionOf } from './migrations/index.ts'

/** "AMem" in ASCII: what `file` and our own check recognise a notebook by. */
export const applicationId = 0x414d656d

export const extension = '.memoire'

/**
 * Looks at the first 100 bytes of a file, and opens nothing: a file that is not ours, or is from a newer version, is
 * refused with its bytes and its times untouched. Never call it on a file that this process has open: closing any handle
 * of a file drops the locks that SQLite holds on it (POSIX).
 *
 * @throws AppError `no-such-notebook`, `unreadable-notebook`, `not-a-notebook`, `foreign-file`, `newer-notebook`
 */
export function assertNotebookFile(path: string): { version: number } {
  const header = readHeader(path)
  if (header.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0') {
    throw new AppError(
      'not-a-notebook',
      `${path} is not a notebook.`,
      'Choose a file that ends in .memoire, or start a new notebook under another name.',
    )
  }
  if (header.readUInt32BE(68) !== applicationId) {
    throw new AppError(
      'foreign-file',
      `${path} is a database of another program.`,
      'Choose a notebook of Aide-Mémoire. The file was not touched.',
    )
  }
  const version = header.readUInt32BE(60)
  if (version > newestVersion) throw newerNotebook(path, version)
  return { version }
}

/**
 * Compares the schema in an opened file, word by word, with what the migrations make. A notebook from somebody else
 * can carry triggers and views that run when it is read; ours has none that we did not write.
 *
 * @throws AppError `altered-schema`, `newer-notebook`
 */
export function assertOwnSchema(db: Readable): void {
  const version = versionOf(db)
  if (version > newestVersion) throw newerNotebook(db.path, version)
  const model = openScratch()
  try {
    migrate(model, version)
    const expected = schemaText(model)
    const found = schemaText(db)
    for (const name of new Set([...expected.keys(), ...found.keys()])) {
      if (expected.get(name) !== found.get(name)) {
        throw new AppError(
          'altered-schema',
          `The notebook ${db.path} was altered by another program: ${name} is not as it should be.`,
          'Open it only if you trust where it comes from: restore a backup, or ask whoever sent it for a clean copy.',
        )
      }
    }
  } finally {
    model.close()
  }
}

/**
 * Makes an empty notebook; whole or not at all. Never replaces a file, also not one that appears meanwhile.
 *
 * @throws AppError `file-exists`, `unfit-name`, `no-such-folder`, `leftover-journal`, `cannot-create`
 */
export function createNotebookFile(path: string, now: Date = new Date()): void {
  const unfinished = startNotebookFile(path)
  try {
    const { db } = unfinished
    migrate(db)
    db.run('INSERT INTO notebook (only_row, id, created_at) VALUES (1, ?, ?)', uuidv7(), now.toISOString())
    finishNotebookFile(unfinished)
  } catch (error) {
    throw asCannotCreate(path, error)
  } finally {
    unfinished.discard()
  }
}

/** A notebook in the making, beside where it will be. */
export interface UnfinishedNotebook {
  readonly path: string
  readonly unfinished: string
  readonly db: Writable
  /** It takes the place of a file of this name. */
  readonly replaces: boolean
  /** Removes what is not finished; does nothing to what is. */
  discard(): void
}

interface StartOptions {
  /** What it is called until then; by this, whoever ends the thread that makes it can remove it. */
  unfinished?: string
  replaces?: boolean
}

/** A new database that is ours and has no tables yet. @throws AppError as `createNotebookFile` does */
export function startNotebookFile(
  path: string,
  { unfinished = join(dirname(path), `.unfinished-${uuidv7()}`), replaces = false }: StartOptions = {},
): UnfinishedNotebook {
  assertFitName(basename(path))
  if (existsSync(path) && !replaces) throw fileExists(path)
  if (!existsSync(dirname(path))) {
    throw new AppError(
      'no-such-folder',
      `There is no folder ${dirname(path)}.`,
      'Create it, or choose another.',
    )
  }
  assertNoJournal(path)
  const remove = () => removeUnfinishedNotebook(unfinished)
  try {
    const db = openScratch(unfinished)
    const discard = () => {
      db.close()
      remove()
    }
    db.exec(`PRAGMA application_id = ${applicationId}`)
    return { path, unfinished, db, replaces, discard }
  } catch (error) {
    remove()
    throw asCannotCreate(path, error)
  }
}

/** What a notebook in the making has on the disk. */
export function removeUnfinishedNotebook(unfinished: string): void {
  for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true })
}

/** Gives the notebook its name. @throws AppError `file-exists` where something took it meanwhile */
export function finishNotebookFile({ path, unfinished, db, replaces }: UnfinishedNotebook): void {
  db.close()
  if (replaces) renameSync(unfinished, path)
  else giveName(unfinished, path)
  syncFolder(dirname(path))
}

function asCannotCreate(path: string, error: unknown): unknown {
  if (error instanceof AppError && !['read-only', 'disk-error'].includes(error.code)) return error
  return new AppError(
    'cannot-create',
    `The notebook ${path} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    'Choose a folder that you can write to.',
    { cause: error },
  )
}

/** Room for what stands beside a notebook under its name, where names have 255 bytes at most. */
const nameBytesAtMost = 200

/** The driver takes blanks off both ends of a name, and so would look for another file. */
function assertFitName(name: string): void {
  const problem =
    name.trim() !== name
      ? 'begins or ends with a blank'
      : Buffer.byteLength(name) > nameBytesAtMost
        ? 'is too long'
        : null
  if (problem === null) return
  throw new AppError('unfit-name', `The name “${name}” ${problem}.`, 'Choose another name.')
}

/** SQLite would read a journal left by an earlier file of this name into the new one. */
function assertNoJournal(path: string): void {
  const leftover = ['-wal', '-journal'].map((suffix) => path + suffix).find((name) => existsSync(name))
  if (leftover !== undefined) {
    throw new AppError(
      'leftover-journal',
      `${leftover} belongs to an earlier notebook of this name and may hold its last changes.`,
      'Put that notebook back beside it, or move the journal away, or choose another name.',
    )
  }
}

/** A hard link fails where the name is taken, which a rename does not; some file systems have no hard links. */
function giveName(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw fileExists(path)
    renameSync(unfinished, path)
  }
}

function fileExists(path: string): AppError {
  return new AppError('file-exists', `${path} exists already.`, 'Open it, or choose another name.')
}

/** Makes a rename in `folder` durable; a no-op where folders cannot be synchronised (Windows). */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100)
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new AppError(
        'no-such-notebook',
        `There is no notebook ${path}.`,
        'Check the name, or create it with: init',
        { cause: error },
      )
    }
    throw new AppError(
      'unreadable-notebook',
      `The notebook ${path} cannot be read (${code ?? 'unknown error'}).`,
      'Ask its owner for permission to read it, or check the disk.',
      { cause: error },
    )
  }
  try {
    const whole =
      fstatSync(handle).isFile() && readSync(handle, header, 0, header.length, 0) === header.length
    return whole ? header : Buffer.alloc(header.length)
  } finally {
    closeSync(handle)
  }
}

function newerNotebook(path: string, version: number): AppError {
  return new AppError(
    'newer-notebook',
    `${path} was written by a newer Aide-Mémoire (its version is ${version}, this one knows ${newestVersion}).`,
    'Update Aide-Mémoire to open it. The file was not touched.',
  )
}

function schemaText(db: Readable): Map<string, string | null> {
  const rows = db.all<{ type: string; name: string; tbl_name: string; sql: string | null }>(
    "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'",
  )
  return new Map(rows.map((row) => [`${row.type} ${row.name} on ${row.tbl_name}`, row.sql]))
}
