import { AppError } from '#shared/util/app-error.ts'
import type { Readable } from '../store/connection.ts'
import { loadDriver } from '../store/driver.ts'
import { explained } from '../store/store-error.ts'
import { digestOf, indexColumns } from './index-document.ts'
import { allContent } from './indexed-content.ts'
import { hashToken, TokenDigest } from './token-digest.ts'

/** How index and content differ, as ids of entities. */
export interface IndexDifferences {
  /** Entities that are not in the index. */
  missing: string[]
  /** In the index, but in the trash or gone. */
  extra: string[]
  /** In the index with other words than they have. */
  differing: string[]
}

/**
 * Compares the index with what it should hold, word by word: every entity's tokens against the digest written with them, and
 * the terms that stand in the index against the same digest. Reads all texts and the whole index: seconds for thousands of
 * articles. FTS5's own integrity check is the store's part.
 */
export function compareIndex(db: Readable): IndexDifferences {
  const stored = new Map<string, { rowid: number; digest: string }>()
  for (const row of db.iterate<{ rowid: number; kind: string; entity_id: string; digest: Uint8Array }>(
    'SELECT rowid, kind, entity_id, digest FROM search_document',
  )) {
    stored.set(`${row.kind} ${row.entity_id}`, { rowid: row.rowid, digest: hex(row.digest) })
  }
  const written = digestsInIndex(db.path)
  const empty = hex(new TokenDigest().bytes())
  const differences: IndexDifferences = { missing: [], extra: [], differing: [] }
  for (const document of allContent(db)) {
    const key = `${document.kind} ${document.entityId}`
    const row = stored.get(key)
    stored.delete(key)
    const wanted = hex(digestOf(indexColumns(document)))
    if (!row) differences.missing.push(document.entityId)
    else if (row.digest !== wanted || (written.get(row.rowid) ?? empty) !== wanted) {
      differences.differing.push(document.entityId)
    }
    if (row) written.delete(row.rowid)
  }
  for (const [key, { rowid }] of stored) {
    differences.extra.push(key.slice(key.indexOf(' ') + 1))
    written.delete(rowid)
  }
  for (const rowid of written.keys()) differences.extra.push(`row ${rowid}`)
  return differences
}

/** The differences as sentences for a report; empty when index and content agree. */
export function verifyIndex(db: Readable): string[] {
  let differences: IndexDifferences
  try {
    differences = compareIndex(db)
  } catch (error) {
    // Damage is for this report to tell; whatever else goes wrong is no finding about the index.
    const explanation = explained(error, db.path)
    if (!(explanation instanceof AppError)) throw error
    return [`search index: ${explanation.message}`]
  }
  const { missing, extra, differing } = differences
  const sentence = (ids: string[], what: string) =>
    ids.length === 0 ? [] : [`search index: ${ids.length} ${what}, first ${ids[0]}`]
  return [
    ...sentence(missing, 'entities are missing'),
    ...sentence(extra, 'rows have no entity'),
    ...sentence(differing, 'entities have other words than the index'),
  ]
}

/** Digests of the rows as the index holds them, summed up from its terms. */
function digestsInIndex(path: string): Map<number, string> {
  const Database = loadDriver()
  const raw = new Database(path, { readonly: true, fileMustExist: true })
  try {
    raw.exec("CREATE VIRTUAL TABLE temp.search_term USING fts5vocab('main', 'search_index', 'instance')")
    const columns = ['title', 'title_stems', 'words', 'stems']
    const digests = new Map<number, TokenDigest>()
    let latest = { term: '', hash: hashToken('') }
    const terms = raw.prepare('SELECT term, doc, col, offset FROM temp.search_term').raw()
    for (const row of terms.iterate()) {
      const [term, rowid, column, offset] = row as [string, number, string, number]
      if (term !== latest.term) latest = { term, hash: hashToken(term) }
      let digest = digests.get(rowid)
      if (!digest) {
        digest = new TokenDigest()
        digests.set(rowid, digest)
      }
      digest.addHashed(columns.indexOf(column), offset, latest.hash)
    }
    return new Map([...digests].map(([rowid, digest]) => [rowid, hex(digest.bytes())]))
  } finally {
    raw.close()
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
