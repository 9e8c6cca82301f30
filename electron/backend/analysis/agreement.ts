import type { Agreement } from '#shared/domain/analysis.ts'
import type { Stance } from '#shared/domain/link.ts'
import type { Readable } from '../store/connection.ts'
import { krippendorffAlpha } from './alpha.ts'

interface Coding {
  topicId: string
  quoteId: string
  coderId: string | null
  stance: Stance
}

/**
 * How far coders agree on the stances of quotes, topic by topic, with the quotes they see differently. Only quotes that two or
 * more of them linked to the topic are compared: what a coder has not looked at is no disagreement.
 */
export function agreementOnTopics(db: Readable): Agreement[] {
  const codings = db.all<Coding>(
    `SELECT l.topic_id AS topicId, l.quote_id AS quoteId, l.coder_id AS coderId, l.stance
     FROM link l JOIN quote q ON q.id = l.quote_id AND q.deleted_at IS NULL
     JOIN topic t ON t.id = l.topic_id AND t.deleted_at IS NULL
     WHERE l.deleted_at IS NULL AND l.quote_id IN (
       SELECT o.quote_id FROM link o WHERE o.coder_id IS NOT NULL AND o.deleted_at IS NULL)
     ORDER BY l.topic_id, l.quote_id, l.coder_id`,
  )
  return [...Map.groupBy(codings, ({ topicId }) => topicId)].map(([topicId, ofTopic]) => {
    const byQuote = [...Map.groupBy(ofTopic, ({ quoteId }) => quoteId)].filter(
      ([, coded]) => coded.length > 1,
    )
    return {
      topicId,
      alpha: krippendorffAlpha(byQuote.map(([, coded]) => coded.map(({ stance }) => stance))),
      quotes: byQuote.length,
      disagreements: byQuote
        .filter(([, coded]) => new Set(coded.map(({ stance }) => stance)).size > 1)
        .map(([quoteId, coded]) => ({
          quoteId,
          codings: coded.map(({ coderId, stance }) => ({ coderId, stance })),
        })),
    }
  })
}
