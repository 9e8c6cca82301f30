import type { z } from 'zod'
import type { digestRequestSchema, digestSchema, Shift } from '#shared/domain/analysis.ts'
import type { Readable } from '../store/connection.ts'
import { idList } from '../store/rows.ts'
import { listSteps } from '../store/steps.ts'

const quotesAtMost = 500

type Asked = z.output<typeof digestRequestSchema>

/** What came into the notebook since a day, and what the words said since then turned; as far as the filter goes. */
export function digestSince(db: Readable, asked: Asked, shifts: Shift[]): z.output<typeof digestSchema> {
  const { since, topicIds } = asked
  const names = new Map(
    db
      .all<{ id: string; name: string }>('SELECT id, name FROM topic WHERE deleted_at IS NULL')
      .map((row) => [row.id, row.name]),
  )
  const article = articleFilter(asked)
  const quote = quoteFilter(asked)
  const fits = and([...quote.sql, ...article.sql])
  const values = [...quote.values, ...article.values]
  return {
    since,
    quoteIds: db
      .all<{ id: string }>(
        `SELECT q.id FROM quote q JOIN article a ON a.id = q.article_id
         WHERE q.deleted_at IS NULL AND q.created_at >= ?${fits} ORDER BY q.created_at DESC, q.id DESC LIMIT ?`,
        since,
        ...values,
        quotesAtMost,
      )
      .map(({ id }) => id),
    articles:
      db.get<{ n: number }>(
        `SELECT count(*) AS n FROM article a
         WHERE a.deleted_at IS NULL AND a.clipped_at >= ?${and(article.sql)}${
           quote.sql.length === 0
             ? ''
             : ` AND EXISTS (SELECT 1 FROM quote q WHERE q.article_id = a.id AND q.deleted_at IS NULL${and(quote.sql)})`
         }`,
        since,
        ...article.values,
        ...quote.values,
      )?.n ?? 0,
    actors: db.all(
      `SELECT id, name FROM actor WHERE deleted_at IS NULL AND created_at >= ?${
        fits &&
        ` AND id IN (SELECT q.speaker_id FROM quote q JOIN article a ON a.id = q.article_id WHERE q.deleted_at IS NULL${fits})`
      } ORDER BY name`,
      since,
      ...values,
    ),
    topics: listSteps(db)
      .filter((step) => step.since !== null && step.since >= since)
      .filter(({ topicId }) => topicIds?.includes(topicId) ?? true)
      .filter(({ topicId }) => isSpokenOf(db, topicId, asked))
      .map(({ topicId, status, since }) => ({ id: topicId, name: names.get(topicId) ?? '', status, since })),
    shifts,
  }
}

/** Whether a quote that fits the rest of the filter is linked to the topic; where there is no more to it, every topic is. */
function isSpokenOf(db: Readable, topicId: string, asked: Asked): boolean {
  const article = articleFilter(asked)
  const coders = asked.coderIds
  if (article.sql.length === 0 && coders === undefined) return true
  const found = db.get(
    `SELECT 1 FROM link l
     JOIN quote q ON q.id = l.quote_id AND q.deleted_at IS NULL
     JOIN article a ON a.id = l.article_id
     WHERE l.topic_id = ? AND l.deleted_at IS NULL${and([...article.sql, ...(coders ? [among('l.coder_id')] : [])])} LIMIT 1`,
    topicId,
    ...article.values,
    ...(coders ? [idList(coders)] : []),
  )
  return found !== undefined
}

interface Filter {
  sql: string[]
  values: string[]
}

const and = (conditions: readonly string[]) => conditions.map((one) => ` AND ${one}`).join('')
const among = (column: string) => `${column} IN (SELECT value FROM json_each(?))`

/** By what is known of the article `a`. */
function articleFilter({ outlets, langs }: Asked): Filter {
  return {
    sql: [...(outlets ? [among("coalesce(a.outlet, '')")] : []), ...(langs ? [among('a.lang')] : [])],
    values: [outlets, langs].flatMap((list) => (list ? [idList(list)] : [])),
  }
}

/** By what the quote `q` is linked to, and by whom. */
function quoteFilter({ topicIds, coderIds }: Asked): Filter {
  const sql = [...(topicIds ? [among('l.topic_id')] : []), ...(coderIds ? [among('l.coder_id')] : [])]
  return {
    sql:
      sql.length === 0
        ? []
        : [
            `EXISTS (SELECT 1 FROM link l WHERE l.quote_id = q.id AND l.deleted_at IS NULL AND ${sql.join(' AND ')})`,
          ],
    values: [topicIds, coderIds].flatMap((list) => (list ? [idList(list)] : [])),
  }
}
