import type { Condition } from '#shared/domain/analysis.ts'
import type { Readable } from '../store/connection.ts'
import { findCircles } from './circles.ts'

type Row = Omit<Condition, 'redLine' | 'cycle'> & { redLine: number }

/**
 * Who makes what depend on what: every live link that names a condition or is a red line. An actor's position on a topic
 * waits for the topic of its condition, or for the actor who would have to meet it; positions that wait for each other in a
 * circle carry the circle's number.
 */
export function listConditions(db: Readable): Condition[] {
  const rows = db.all<Row>(
    `SELECT l.quote_id AS quoteId, q.speaker_id AS actorId, l.topic_id AS topicId, l.condition,
       ct.id AS onTopicId, ca.id AS onActorId, l.by_date AS byDate, l.red_line AS redLine
     FROM link l
     JOIN quote q ON q.id = l.quote_id AND q.deleted_at IS NULL
     JOIN actor s ON s.id = q.speaker_id AND s.deleted_at IS NULL
     LEFT JOIN topic ct ON ct.id = l.condition_topic_id AND ct.deleted_at IS NULL
     LEFT JOIN actor ca ON ca.id = l.condition_actor_id AND ca.deleted_at IS NULL
     WHERE l.deleted_at IS NULL
       AND (l.red_line = 1 OR l.condition IS NOT NULL OR l.condition_topic_id IS NOT NULL OR l.condition_actor_id IS NOT NULL)
     ORDER BY l.said_sort DESC, l.id`,
  )
  const edges = rows.flatMap(({ actorId, topicId, onTopicId, onActorId }) => {
    const from = `${actorId} ${topicId}`
    const to = waitsFor({ actorId, topicId, onTopicId, onActorId })
    return to === null ? [] : [[from, to] as const]
  })
  const circleOf = new Map(
    findCircles(edges).flatMap((circle, at) => circle.map((node) => [node, at] as const)),
  )
  return rows.map((row) => {
    const own = circleOf.get(`${row.actorId} ${row.topicId}`)
    const other = circleOf.get(waitsFor(row) ?? '')
    return { ...row, redLine: row.redLine === 1, cycle: own !== undefined && own === other ? own : null }
  })
}

/** The position that one waits for: the other actor's on the condition's topic; where only one is named, the rest is the same. */
function waitsFor({
  actorId,
  topicId,
  onTopicId,
  onActorId,
}: Pick<Condition, 'actorId' | 'topicId' | 'onTopicId' | 'onActorId'>) {
  if (onTopicId === null && onActorId === null) return null
  return `${onActorId ?? actorId} ${onTopicId ?? topicId}`
}
