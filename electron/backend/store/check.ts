import { gunzipSync } from 'node:zlib'
import type { CheckReport } from '#shared/domain/notebook.ts'
import { getAsset } from './assets.ts'
import { checkDerivedColumns } from './check-derived.ts'
import type { Readable } from './connection.ts'
import { sha256 } from './revisions.ts'
import { isDamage } from './store-error.ts'

const problemsAtMost = 50

/**
 * SQLite's own checks: pages and indexes, then references between tables; `quick` looks at the pages alone. Empty lists:
 * nothing found. What is too damaged to be checked is said as well, and not thrown.
 */
export function checkDatabase(
  db: Readable,
  thoroughness: 'full' | 'quick' = 'full',
): Pick<CheckReport, 'database' | 'foreignKeys' | 'searchIndex'> {
  const pragma = `${thoroughness === 'full' ? 'integrity' : 'quick'}_check(${problemsAtMost})`
  const found = unlessDamaged(() =>
    db
      .all<Record<string, string>>(`PRAGMA ${pragma}`)
      .flatMap((row) => Object.values(row))
      .filter((line) => line !== 'ok'),
  )
  // SQLite has FTS5 look at its own table as well; that one can be made anew, and says nothing of the rest.
  const searchIndex = found.filter((line) => /fts5/i.test(line))
  const database = found.filter((line) => !/fts5/i.test(line))
  if (thoroughness === 'quick') return { database, foreignKeys: [], searchIndex }
  return { database, foreignKeys: unlessDamaged(() => foreignKeyProblems(db)), searchIndex }
}

function foreignKeyProblems(db: Readable): string[] {
  return db
    .all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
    .slice(0, problemsAtMost)
    .map((row) => `${row.table} ${row.rowid} refers to a missing ${row.parent}`)
}

/**
 * SQLite's checks of a copy, a table at a time up to the first problem: no step takes as long as the whole, so that a thread
 * can be stopped in between. The full-text index is checked as the tables it is stored in; its words follow from the rest.
 */
export function checkCopy(db: Readable): string[] {
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
  )
  for (const { name } of tables) {
    const [first] = db.all<{ integrity_check: string }>(`PRAGMA integrity_check('${name}')`)
    if (first !== undefined && first.integrity_check !== 'ok') return [first.integrity_check]
  }
  return foreignKeyProblems(db)
}

function unlessDamaged(check: () => string[]): string[] {
  try {
    return check()
  } catch (error) {
    if (isDamage(error)) return [error instanceof Error ? error.message : String(error)]
    throw error
  }
}

/** SQLite's own checks of a notebook of the newest version, and what its triggers keep; and whether pages are damaged. */
export function checkTables(
  db: Readable,
): Pick<CheckReport, 'database' | 'foreignKeys' | 'searchIndex'> & { isDamaged: boolean } {
  const found = checkDatabase(db)
  const isDamaged = found.database.length > 0
  // A damaged table cannot be counted.
  return { ...found, database: isDamaged ? found.database : checkDerivedColumns(db), isDamaged }
}

/**
 * Compares every revision and image with the hashes taken when it was captured, and every quote with the text it was
 * marked in. Gives way to other work between portions, as a large notebook takes a while.
 */
export async function checkEvidence(db: Readable): Promise<string[]> {
  const problems: string[] = []
  const checks: Array<[table: string, key: string, check: (key: string) => string[]]> = [
    ['article', 'id', (id) => checkArticle(db, id)],
    ['revision', 'id', (id) => checkRevision(db, id)],
    ['asset', 'sha256', (name) => checkAsset(db, name)],
  ]
  for (const [table, key, check] of checks) {
    const keys: string[] = []
    problems.push(
      ...unlessDamaged(() => {
        for (const row of db.iterate<{ key: string }>(`SELECT ${key} AS key FROM ${table}`))
          keys.push(row.key)
        return []
      }),
    )
    for (const [index, name] of keys.entries()) {
      if (index % 100 === 99) await new Promise((resume) => setImmediate(resume))
      if (problems.length >= problemsAtMost) break
      problems.push(...unlessDamaged(() => check(name)))
    }
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
    if (sha256(gunzipSync(row.original_gzip)) !== row.sha256)
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
