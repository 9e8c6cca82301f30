import type { z } from 'zod'
import type { linkSetSchema, Stance } from '#shared/domain/link.ts'
import type { Writable } from './connection.ts'
import { assertLive, deletionMoment, idList, insertRow, newRow, updateRow } from './rows.ts'

/** Who codes, and what is said beyond the stance. */
type Coding = Partial<Omit<z.output<typeof linkSetSchema>, 'quoteIds' | 'topicId' | 'stance'>>

/**
 * Links each quote to the topic as one coder sees it, with a stance and what is given of the details; a quote that this
 * coder has linked already gets the new ones, and keeps what is left out.
 */
export function setLinks(
  db: Writable,
  quoteIds: readonly string[],
  topicId: string,
  stance: Stance,
  { coderId = null, ...details }: Coding = {},
): void {
  assertLive(db, 'topic', topicId)
  if (coderId !== null) assertLive(db, 'coder', coderId)
  if (details.conditionTopicId != null) assertLive(db, 'topic', details.conditionTopicId)
  if (details.conditionActorId != null) assertLive(db, 'actor', details.conditionActorId)
  const columns = {
    stance,
    condition: details.condition,
    condition_topic_id: details.conditionTopicId,
    condition_actor_id: details.conditionActorId,
    by_date: details.byDate,
    red_line: details.redLine === undefined ? undefined : Number(details.redLine),
    strength: details.strength,
    confidence: details.confidence,
  }
  for (const quoteId of quoteIds) {
    assertLive(db, 'quote', quoteId)
    const existing = db.get<{ id: string }>(
      'SELECT id FROM link WHERE quote_id = ? AND topic_id = ? AND coder_id IS ? AND deleted_at IS NULL',
      quoteId,
      topicId,
      coderId,
    )
    if (existing !== undefined) {
      updateRow(db, 'link', existing.id, columns)
      continue
    }
    const row = newRow()
    insertRow(db, 'link', { ...row, quote_id: quoteId, topic_id: topicId, stance, coder_id: coderId })
    updateRow(db, 'link', row.id, columns)
  }
}

/** Takes the links of one coder away, or without `coderId` those of all. */
export function removeLinks(
  db: Writable,
  quoteIds: readonly string[],
  topicId: string,
  coderId?: string | null,
): void {
  db.run(
    `UPDATE link SET deleted_at = @now, updated_at = @now
     WHERE topic_id = @topicId AND quote_id IN (SELECT value FROM json_each(@ids)) AND deleted_at IS NULL
       AND (@anybody OR coder_id IS @coderId)`,
    {
      now: deletionMoment(),
      topicId,
      ids: idList(quoteIds),
      anybody: Number(coderId === undefined),
      coderId: coderId ?? null,
    },
  )
}
