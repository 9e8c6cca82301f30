import { gunzipSync } from 'node:zlib'
import type { CheckReport } from '#shared/domain/notebook.ts'
import { getAsset } from './assets.ts'
import { checkDerivedColumns } from './check-derived.ts'
import type { Readable } from './connection.ts'
import { sha256 } from './revisions.ts'

const problemsAtMost = 50

/** SQLite's own checks: pages and indexes, then references between tables. Empty lists: nothing found. */
export function checkDatabase(db: Readable): Pick<CheckReport, 'database' | 'foreignKeys'> {
  const database = db
    .all<{ integrity_check: string }>(`PRAGMA integrity_check(${problemsAtMost})`)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const foreignKeys = db
    .all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
    .slice(0, problemsAtMost)
    .map((row) => `${row.table} ${row.rowid} refers to a missing ${row.parent}`)
  return { database, foreignKeys }
}

/** SQLite's own checks of a notebook of the newest version, and what its triggers keep. */
export function checkTables(db: Readable): Pick<CheckReport, 'database' | 'foreignKeys'> {
  const { database, foreignKeys } = checkDatabase(db)
  // A damaged table cannot be counted.
  return { database: database.length > 0 ? database : checkDerivedColumns(db), foreignKeys }
}

/**
 * Compares every revision and image with the hashes taken when it was captured, and every quote with the text it was
 * marked in.
 * Gives way to other work between portions, as a large notebook takes a while.
 */
export async function checkEvidence(db: Readable): Promise<string[]> {
  const problems: string[] = []
  const ids = db.all<{ id: string }>('SELECT id FROM revision ORDER BY id').map((row) => row.id)
  for (const [index, id] of ids.entries()) {
    if (index % 100 === 99) await new Promise((resume) => setImmediate(resume))
    if (problems.length >= problemsAtMost) break
    problems.push(...checkRevision(db, id))
  }
  for (const { sha256: name } of db.all<{ sha256: string }>('SELECT sha256 FROM asset')) {
    await new Promise((resume) => setImmediate(resume))
    if (sha256(getAsset(db, name).bytes) !== name) problems.push(`The image ${name} was altered.`)
  }
  return problems.slice(0, problemsAtMost)
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
