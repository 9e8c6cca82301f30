import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#shared/util/app-error.ts'
import { openReadable, type Readable } from '../../../../store/connection.ts'

const largestFile = 4_000_000_000
const mostText = 400_000_000

/**
 * Reads a copy of a SQLite file that somebody else made: nothing is written beside theirs, and it is read only where its tables
 * are plain tables. A view or a generated column would be a program of theirs that runs as it is read.
 *
 * @throws AppError `import-unreadable`, `file-too-large`, `archive-refused`
 */
export async function readingCopy<T>(path: string, read: (db: Readable) => T): Promise<T> {
  if (statSync(path).size > largestFile)
    throw new AppError('file-too-large', 'The file is larger than a notebook of that program may be.')
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-import-'))
  try {
    const copy = join(folder, 'copy.dna')
    copyFileSync(path, copy)
    return reading(copy, read)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function reading<T>(path: string, read: (db: Readable) => T): T {
  try {
    const db = openReadable(path)
    try {
      assertPlain(db)
      return read(db)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'damaged-notebook') throw error
    throw new AppError(
      'import-unreadable',
      'The file is no whole file of Discourse Network Analyzer.',
      'Open it there and save it anew.',
      { cause: error },
    )
  }
}

function assertPlain(db: Readable): void {
  const tables = db.all<{ type: string; sql: string | null }>(
    "SELECT type, sql FROM sqlite_schema WHERE type IN ('table', 'view')",
  )
  const isOdd = ({ type, sql }: { type: string; sql: string | null }) =>
    type === 'view' || /^\s*CREATE\s+VIRTUAL\b|\bAS\s*\(/i.test(sql ?? '')
  if (tables.some(isOdd))
    throw new AppError('archive-refused', 'The file has more in it than tables, and was not read.')
}

/** The columns of a table and their declared types; none where there is no such table. */
export function columnsOf(db: Readable, table: string): Map<string, string> {
  const columns = db.all<{ name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)', table)
  return new Map(columns.map(({ name, type }) => [name, type.toUpperCase()]))
}

/** @throws AppError `archive-refused` where the texts are more than a project has */
export function assertTextSize(db: Readable): void {
  const size = db.get<{ n: number | null }>('SELECT sum(length(Text)) AS n FROM DOCUMENTS')?.n ?? 0
  if (size > mostText)
    throw new AppError('archive-refused', 'The texts of this file are larger than a project may be.')
}
