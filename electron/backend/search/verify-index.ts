import { type DocumentKind, documentKinds, type PassageKind, passageKinds } from '#shared/search/query.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable } from '../store/connection.ts'
import { explained } from '../store/store-error.ts'
import type { OnProgress } from '../store/task-controls.ts'
import { digestOf, indexColumns } from './index-document.ts'
import { passageRows } from './index-passages.ts'
import { documentOf, passagesContentOf } from './indexed-content.ts'
import { countTokens, writtenStretches } from './written-digests.ts'

/**
 * How the index and what it is made of differ: an entity is not in it; what is in it is in the trash or gone; it has other
 * words than the entity.
 */
export interface IndexDifference {
  what: 'missing' | 'extra' | 'differing'
  /** Of the entity; of the row (`row 7`) where there is none. */
  id: string
}

/** Of the time it takes; the rest is comparing texts. */
const shareOfTerms = 0.45
const reportEvery = 200_000

/**
 * Compares the index with what it should hold, word by word: every entity's tokens against the digest written with them, and
 * the terms that stand in the index against the same digest. Reads all texts and the whole index, which takes minutes for a
 * million quotes, in memory that does not grow with the notebook. FTS5's own integrity check is the store's part.
 */
export function* indexDifferences(
  db: Readable,
  onProgress: OnProgress = () => {},
  pagesAtMost?: number,
): Generator<IndexDifference> {
  const tokens = countTokens(db)
  const tell = (from: number, to: number, done: number) =>
    onProgress(from + (to - from) * Math.min(done / tokens, 1), 1)
  const wrong = new Set<string>()
  let compared = 0
  let reported = 0
  const termsRead = (done: number) => tell(0, shareOfTerms, done)
  for (const { from, to, digests } of writtenStretches(db, termsRead, pagesAtMost)) {
    const rows = db.iterate<DocumentRow>(
      'SELECT rowid, kind, entity_id, digest FROM search_document WHERE rowid >= ? AND rowid < ? ORDER BY rowid',
      from,
      to,
    )
    for (const row of rows) {
      const written = digests.take(row.rowid)
      const content = documentOf(db, row.kind, row.entity_id)
      if (content === undefined) {
        yield { what: 'extra', id: row.entity_id }
        continue
      }
      const columns = indexColumns(content)
      if (!isSame(written, row.digest) || !isSame(digestOf(columns), row.digest))
        yield { what: 'differing', id: row.entity_id }
      compared += columns.reduce((sum, { length }) => sum + length, 0)
      if (compared - reported < reportEvery) continue
      reported = compared
      tell(shareOfTerms, 1, compared)
    }
    const passages = db.iterate<{ rowid: number; entity_id: string; digest: Uint8Array }>(
      'SELECT rowid, entity_id, digest FROM search_passage WHERE rowid >= ? AND rowid < ? ORDER BY rowid',
      from,
      to,
    )
    for (const { rowid, entity_id, digest } of passages)
      if (!isSame(digests.take(rowid), digest)) wrong.add(entity_id)
    for (const rowid of digests.rows()) yield { what: 'extra', id: `row ${rowid}` }
  }
  for (const kind of passageKinds) yield* passageDifferences(db, kind, wrong)
  for (const kind of documentKinds) {
    const missing = db.iterate<{ id: string }>(
      `SELECT id FROM ${kind} WHERE deleted_at IS NULL AND NOT EXISTS (
         SELECT 1 FROM search_document WHERE kind = ? AND entity_id = ${kind}.id)`,
      kind,
    )
    for (const { id } of missing) if (documentOf(db, kind, id) !== undefined) yield { what: 'missing', id }
  }
}

/** Compares entities with their passages; `wrong` are those whose words in the index are not the ones that were written. */
function* passageDifferences(
  db: Readable,
  kind: PassageKind,
  wrong: ReadonlySet<string>,
): Generator<IndexDifference> {
  const ids = db.all<{ id: string }>(
    `SELECT id FROM ${kind} UNION SELECT entity_id FROM search_passage WHERE kind = ?`,
    kind,
  )
  for (const { id } of ids) {
    const rows = db.all<{ part: string; digest: Uint8Array }>(
      'SELECT part, digest FROM search_passage WHERE kind = ? AND entity_id = ?',
      kind,
      id,
    )
    const content = passagesContentOf(db, kind, id)
    if (content === undefined) {
      if (rows.length > 0) yield { what: 'extra', id }
      continue
    }
    if (rows.length === 0) {
      yield { what: 'missing', id }
      continue
    }
    const wanted = passageRows(content)
    const isWhole =
      rows.length === wanted.size &&
      rows.every(({ part, digest }) => {
        const columns = wanted.get(part)
        return columns !== undefined && isSame(digestOf(columns()), digest)
      })
    if (!isWhole || wrong.has(id)) yield { what: 'differing', id }
  }
}

/** The differences as sentences for a report; empty when index and content agree. */
export function verifyIndex(db: Readable, onProgress?: OnProgress): string[] {
  const found = {
    missing: { count: 0, first: '', sentence: 'entities are missing' },
    extra: { count: 0, first: '', sentence: 'rows have no entity' },
    differing: { count: 0, first: '', sentence: 'entities have other words than the index' },
  }
  try {
    for (const { what, id } of indexDifferences(db, onProgress)) {
      if (found[what].count === 0) found[what].first = id
      found[what].count += 1
    }
  } catch (error) {
    // Damage is for this report to tell; whatever else goes wrong is no finding about the index.
    const explanation = explained(error, db.path)
    if (!(explanation instanceof AppError)) throw error
    return [`search index: ${explanation.message}`]
  }
  return Object.values(found).flatMap(({ count, first, sentence }) =>
    count === 0 ? [] : [`search index: ${count} ${sentence}, first ${first}`],
  )
}

interface DocumentRow {
  rowid: number
  kind: DocumentKind
  entity_id: string
  digest: Uint8Array
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
