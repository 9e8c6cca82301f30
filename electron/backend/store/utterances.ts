import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, idList, insertRow, newRow } from './rows.ts'

/**
 * Says that the quotes are the same words. Utterances they belong to already become one, and what was rejected between its
 * quotes is forgotten. Returns the utterance's id.
 */
export function confirmUtterance(db: Writable, quoteIds: readonly string[]): string {
  for (const id of quoteIds) assertLive(db, 'quote', id)
  const ids = idList(quoteIds)
  const known = db
    .all<{ id: string }>(
      `SELECT DISTINCT utterance_id AS id FROM quote
       WHERE id IN (SELECT value FROM json_each(?)) AND utterance_id IS NOT NULL ORDER BY utterance_id`,
      ids,
    )
    .map((row) => row.id)
  const [kept = createUtterance(db), ...others] = known
  const now = deletionMoment()
  db.run(
    `UPDATE quote SET utterance_id = @kept, updated_at = @now
     WHERE utterance_id IS NOT @kept
       AND (id IN (SELECT value FROM json_each(@ids)) OR utterance_id IN (SELECT value FROM json_each(@others)))`,
    { kept, now, ids, others: idList(others) },
  )
  db.run(
    `UPDATE utterance SET deleted_at = @now, updated_at = @now WHERE id IN (SELECT value FROM json_each(@others))`,
    { now, others: idList(others) },
  )
  db.run(
    `UPDATE rejection SET deleted_at = @now, updated_at = @now WHERE deleted_at IS NULL
       AND quote_id IN (SELECT id FROM quote WHERE utterance_id = @kept)
       AND other_id IN (SELECT id FROM quote WHERE utterance_id = @kept)`,
    { now, kept },
  )
  return kept
}

/** Takes quotes out of their utterances; one that is left with a single quote, in the trash or not, goes too. */
export function leaveUtterance(db: Writable, quoteIds: readonly string[]): void {
  const ids = idList(quoteIds)
  const left = db.all<{ id: string }>(
    `SELECT DISTINCT utterance_id AS id FROM quote
     WHERE id IN (SELECT value FROM json_each(?)) AND utterance_id IS NOT NULL`,
    ids,
  )
  const now = deletionMoment()
  db.run(
    `UPDATE quote SET utterance_id = NULL, updated_at = @now
     WHERE id IN (SELECT value FROM json_each(@ids)) AND utterance_id IS NOT NULL`,
    { now, ids },
  )
  for (const { id } of left) {
    const rest = db.all('SELECT 1 FROM quote WHERE utterance_id = ? LIMIT 2', id)
    if (rest.length > 1) continue
    db.run('UPDATE quote SET utterance_id = NULL, updated_at = ? WHERE utterance_id = ?', now, id)
    db.run('UPDATE utterance SET deleted_at = @now, updated_at = @now WHERE id = @id', { now, id })
  }
}

/** @throws AppError `same-utterance` where two of them were said to be the same words */
export function rejectUtterance(db: Writable, quoteIds: readonly string[]): void {
  for (const id of quoteIds) assertLive(db, 'quote', id)
  const ordered = [...new Set(quoteIds)].sort()
  const shared = db.get(
    `SELECT 1 FROM quote WHERE id IN (SELECT value FROM json_each(?)) AND utterance_id IS NOT NULL
     GROUP BY utterance_id HAVING count(*) > 1`,
    idList(ordered),
  )
  if (shared !== undefined)
    throw new AppError(
      'same-utterance',
      'These quotes are one utterance.',
      'Take one of them out of it first.',
    )
  ordered.forEach((quoteId, at) => {
    for (const otherId of ordered.slice(at + 1))
      if (!isRejected(db, quoteId, otherId))
        insertRow(db, 'rejection', { ...newRow(), quote_id: quoteId, other_id: otherId })
  })
}

/** The ids of the live quotes that are the same words as this one, itself among them, in the order they were said. */
export function quotesOfUtterance(db: Readable, quoteId: string): string[] {
  return db
    .all<{ id: string }>(
      `SELECT o.id FROM quote q JOIN quote o ON o.id = q.id OR o.utterance_id = q.utterance_id
       WHERE q.id = ? AND o.deleted_at IS NULL ORDER BY o.said_sort, o.id`,
      quoteId,
    )
    .map((row) => row.id)
}

export function isRejected(db: Readable, one: string, other: string): boolean {
  const [first, second] = [one, other].sort()
  return (
    db.get(
      'SELECT 1 FROM rejection WHERE quote_id = ? AND other_id = ? AND deleted_at IS NULL',
      first ?? '',
      second ?? '',
    ) !== undefined
  )
}

function createUtterance(db: Writable): string {
  const row = newRow()
  insertRow(db, 'utterance', row)
  return row.id
}
