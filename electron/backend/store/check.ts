import { gunzipSync } from 'node:zlib'
import type { CheckReport } from '#shared/domain/notebook.ts'
import { getAsset } from './assets.ts'
import { checkDerivedColumns } from './check-derived.ts'
import { pageProblems, tableProblems } from './check-tables.ts'
import type { Readable } from './connection.ts'
import { isWithheldOriginal, sha256 } from './revisions.ts'
import { isDamage, sqliteCode } from './store-error.ts'
import type { OnProgress } from './task-controls.ts'

const problemsAtMost = 50

/** Looks at the pages of the file alone, and not at what indexes say; what is too damaged to be looked at is said as well. */
export function checkPages(db: Readable): string[] {
  const found = unlessDamaged(() =>
    db
      .all<Record<string, string>>(`PRAGMA quick_check(${problemsAtMost})`)
      .flatMap((row) => Object.values(row))
      .filter((line) => line !== 'ok'),
  )
  return found.filter((line) => !isOfIndex(line))
}

/** SQLite has FTS5 look at its own table as well; that one can be made anew, and says nothing of the rest. */
function isOfIndex(line: string): boolean {
  return /fts5/i.test(line)
}

function foreignKeyProblems(db: Readable): string[] {
  return db
    .all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
    .slice(0, problemsAtMost)
    .map((row) => `${row.table} ${row.rowid} refers to a missing ${row.parent}`)
}

/**
 * SQLite's checks of a copy up to the first problem. The full-text index is checked as the tables it is stored in; its words
 * follow from the rest.
 */
export function checkCopy(db: Readable, onProgress?: OnProgress): string[] {
  const [first] = tableProblems(db, { atMost: 1, without: 'full-text' }, onProgress)
  return first === undefined ? foreignKeyProblems(db) : [first]
}

function unlessDamaged(check: () => string[]): string[] {
  try {
    return check()
  } catch (error) {
    // What only reads needs no room: a page named beyond the end of the file is how reading comes upon a full disk.
    const isBeyondEnd = sqliteCode(error) === 'SQLITE_FULL'
    if (isBeyondEnd) return ['A page beyond the end of the file is referred to.']
    if (isDamage(error)) return [error instanceof Error ? error.message : String(error)]
    throw error
  }
}

/**
 * SQLite's own checks of a notebook of the newest version (tables and indexes, pages, references between tables), and what
 * its triggers keep; and whether pages are damaged. Empty lists: nothing found. What is too damaged to be checked is said as
 * well, and not thrown.
 */
export function checkTables(
  db: Readable,
  onProgress: OnProgress = () => {},
): Pick<CheckReport, 'database' | 'foreignKeys' | 'searchIndex'> & { isDamaged: boolean } {
  const part = (from: number, to: number): OnProgress => {
    return (done, total) => onProgress(from + (to - from) * (total === 0 ? 1 : done / total), 1)
  }
  const found: string[] = []
  found.push(
    ...unlessDamaged(() => {
      for (const line of tableProblems(db, { atMost: problemsAtMost }, part(0, 0.8))) found.push(line)
      return pageProblems(db, part(0.8, 0.9))
    }),
  )
  const searchIndex = found.filter(isOfIndex)
  const database = found.filter((line) => !isOfIndex(line))
  const foreignKeys = unlessDamaged(() => foreignKeyProblems(db))
  part(0.9, 1)(1, 2)
  const isDamaged = database.length > 0
  // A damaged table cannot be counted.
  return { foreignKeys, searchIndex, database: isDamaged ? database : checkDerivedColumns(db), isDamaged }
}

/**
 * Compares every revision and image with the hashes taken when it was captured, and every quote with the text it was
 * marked in. Gives way to other work between portions, as a large notebook takes a while.
 */
export async function checkEvidence(db: Readable, onProgress: OnProgress = () => {}): Promise<string[]> {
  const problems: string[] = []
  const checks: Array<[table: string, key: string, check: (key: string) => string[], upTo: number]> = [
    ['article', 'id', (id) => checkArticle(db, id), 0.05],
    ['revision', 'id', (id) => checkRevision(db, id), 0.9],
    ['asset', 'sha256', (name) => checkAsset(db, name), 1],
  ]
  let reached = 0
  for (const [table, key, check, upTo] of checks) {
    const keys: string[] = []
    problems.push(
      ...unlessDamaged(() => {
        for (const row of db.iterate<{ key: string }>(`SELECT ${key} AS key FROM ${table}`))
          keys.push(row.key)
        return []
      }),
    )
    for (const [index, name] of keys.entries()) {
      if (index % 100 === 99) {
        onProgress(reached + (upTo - reached) * (index / keys.length), 1)
        await new Promise((resume) => setImmediate(resume))
      }
      if (problems.length >= problemsAtMost) break
      problems.push(...unlessDamaged(() => check(name)))
    }
    reached = upTo
  }
  return problems.slice(0, problemsAtMost)
}

/** An article is never without the text that is read. */
function checkArticle(db: Readable, id: string): string[] {
  const row = db.get(
    'SELECT 1 FROM article a JOIN revision r ON r.id = a.current_revision_id AND r.article_id = a.id WHERE a.id = ?',
    id,
  )
  return row === undefined ? [`The article ${id} has no text.`] : []
}

function checkAsset(db: Readable, name: string): string[] {
  return sha256(getAsset(db, name).bytes) === name ? [] : [`The image ${name} was altered.`]
}

function checkRevision(db: Readable, id: string): string[] {
  const row = db.get<{ sha256: string; text_sha256: string; text: string; original_gzip: Uint8Array }>(
    'SELECT sha256, text_sha256, text, original_gzip FROM revision WHERE id = ?',
    id,
  )
  if (row === undefined) return []
  const problems: string[] = []
  if (sha256(row.text) !== row.text_sha256) problems.push(`The text of revision ${id} was altered.`)
  try {
    const isWithheld = isWithheldOriginal(row.original_gzip)
    if (!isWithheld && sha256(gunzipSync(row.original_gzip)) !== row.sha256)
      problems.push(`The original of revision ${id} was altered.`)
  } catch {
    problems.push(`The original of revision ${id} cannot be unpacked.`)
  }
  const quotes = db.all<{ id: string; exact: string; start_offset: number; end_offset: number }>(
    'SELECT id, exact, start_offset, end_offset FROM quote WHERE revision_id = ?',
    id,
  )
  for (const quote of quotes) {
    if (row.text.slice(quote.start_offset, quote.end_offset) !== quote.exact)
      problems.push(`Quote ${quote.id} does not say what revision ${id} says at its place.`)
  }
  return problems
}
