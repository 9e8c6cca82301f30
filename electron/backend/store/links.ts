import type { Stance } from '#shared/domain/link.ts'
import type { Writable } from './connection.ts'
import { assertLive, deletionMoment, idList, insertRow, newRow, updateRow } from './rows.ts'

/** Links each quote to the topic with this stance; one that is linked already changes its stance. */
export function setLinks(db: Writable, quoteIds: readonly string[], topicId: string, stance: Stance): void {
  assertLive(db, 'topic', topicId)
  for (const quoteId of quoteIds) {
    assertLive(db, 'quote', quoteId)
    const existing = db.get<{ id: string }>(
      'SELECT id FROM link WHERE quote_id = ? AND topic_id = ? AND deleted_at IS NULL',
      quoteId,
      topicId,
    )
    if (existing === undefined)
      insertRow(db, 'link', { ...newRow(), quote_id: quoteId, topic_id: topicId, stance })
    else updateRow(db, 'link', existing.id, { stance })
  }
}

export function removeLinks(db: Writable, quoteIds: readonly string[], topicId: string): void {
  db.run(
    `UPDATE link SET deleted_at = @now, updated_at = @now
     WHERE topic_id = @topicId AND quote_id IN (SELECT value FROM json_each(@ids)) AND deleted_at IS NULL`,
    { now: deletionMoment(), topicId, ids: idList(quoteIds) },
  )
}
