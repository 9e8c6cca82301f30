import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { areToldApart, endSingle, type Grouping, joinGroup, tellApart } from './groups.ts'
import { assertLive, deletionMoment, idList } from './rows.ts'

const utterances: Grouping = {
  member: 'quote',
  group: 'utterance',
  column: 'utterance_id',
  apart: 'rejection',
  first: 'quote_id',
}

/** Says that the quotes are the same words, as `joinGroup` does. Returns the utterance's id. */
export function confirmUtterance(db: Writable, quoteIds: readonly string[]): string {
  return joinGroup(db, utterances, quoteIds)
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
  for (const { id } of left) endSingle(db, utterances, id, now)
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
    for (const otherId of ordered.slice(at + 1)) tellApart(db, utterances, quoteId, otherId)
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

/** Whether somebody said that these two quotes are not the same words. */
export function isRejected(db: Readable, one: string, other: string): boolean {
  return areToldApart(db, utterances, one, other)
}
