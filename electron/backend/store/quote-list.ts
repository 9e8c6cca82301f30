import type { QuoteFilter } from '#shared/domain/quote.ts'
import type { Readable, SqlValue } from './connection.ts'

/**
 * The ids of a window of quotes, latest first, and how many there are behind the filter. By `said` they stand under the day
 * they were said or else published, by `created` in the order in which they were marked.
 */
export function findQuotes(db: Readable, filter: QuoteFilter): { total: number; ids: string[] } {
  const { topicId, actorId, articleId, roundId } = filter
  if (topicId !== undefined && actorId === undefined && articleId === undefined && roundId === undefined)
    return quotesOnTopics(db, filter, topicsOf(db, filter, topicId))
  return quotesAnywhere(db, filter)
}

/** The topic, and those below it where they are asked for. */
function topicsOf(db: Readable, { withSubtopics }: QuoteFilter, topicId: string): string[] {
  if (!withSubtopics) return [topicId]
  return db
    .all<{ id: string }>(
      `WITH RECURSIVE below (id) AS (
         SELECT ? UNION SELECT t.id FROM topic t JOIN below ON t.parent_id = below.id WHERE t.deleted_at IS NULL)
       SELECT id FROM below`,
      topicId,
    )
    .map(({ id }) => id)
}

interface Found {
  id: string
  said: string
}

/** Links of one topic that are read at a time. */
const portion = 50

/**
 * Read off the index of links, a topic at a time: the latest of each, and more of those that were used up, are merged into
 * the window. Sorting all links of a large tree, or fetching their quotes, would take seconds.
 */
function quotesOnTopics(
  db: Readable,
  filter: QuoteFilter,
  topics: string[],
): { total: number; ids: string[] } {
  const { stance = null, offset, limit, order } = filter
  const read = (topic: string, from: number, count: number) =>
    db.all<Found>(
      `SELECT quote_id AS id, said_sort AS said FROM link
       WHERE topic_id = @topic AND deleted_at IS NULL AND (@stance IS NULL OR stance = @stance)
       ORDER BY ${order === 'said' ? 'said_sort DESC, quote_id DESC' : 'quote_id DESC'} LIMIT @count OFFSET @from`,
      { topic, stance, from, count },
    )
  const whole = offset + limit
  // In the order of marking a portion costs as much as all, since that is not the order of the index.
  const size = topics.length === 1 || order === 'created' ? whole : Math.min(portion, whole)
  const sources = topics.map((topic) => ({ topic, rows: read(topic, 0, size), at: 0, from: 0 }))
  const ids = new Set<string>()
  while (ids.size < whole) {
    let latest: (typeof sources)[number] | undefined
    for (const source of sources) {
      if (source.at === source.rows.length && source.rows.length === size) {
        source.from += size
        source.rows = read(source.topic, source.from, size)
        source.at = 0
      }
      const row = source.rows[source.at]
      const best = latest?.rows[latest.at]
      if (row !== undefined && (best === undefined || isLater(row, best, order))) latest = source
    }
    const row = latest?.rows[latest.at]
    if (latest === undefined || row === undefined) break
    latest.at += 1
    ids.add(row.id)
  }
  return { total: countOnTopics(db, topics, stance), ids: [...ids].slice(offset, whole) }
}

function isLater(one: Found, other: Found, order: QuoteFilter['order']): boolean {
  if (order === 'said' && one.said !== other.said) return one.said > other.said
  return one.id > other.id
}

/** A quote that stands for several of the topics, or that several coders linked, counts once. */
function countOnTopics(db: Readable, topics: string[], stance: string | null): number {
  const [topic = ''] = topics
  if (topics.length === 1 && stance === null)
    return numberFrom(db, 'SELECT quote_count AS n FROM topic WHERE id = @topic', { topic })
  return numberFrom(
    db,
    `SELECT count(DISTINCT quote_id) AS n FROM link
     WHERE topic_id IN (SELECT value FROM json_each(@topics)) AND deleted_at IS NULL
       AND (@stance IS NULL OR stance = @stance)`,
    { topics: JSON.stringify(topics), stance },
  )
}

function quotesAnywhere(db: Readable, filter: QuoteFilter): { total: number; ids: string[] } {
  const { where, values } = conditionsOf(db, filter)
  const order = filter.order === 'said' ? 'q.said_sort DESC, q.id DESC' : 'q.created_at DESC, q.id DESC'
  const ids = db
    .all<{ id: string }>(
      `SELECT q.id FROM quote q WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
      { ...values, limit: filter.limit, offset: filter.offset },
    )
    .map(({ id }) => id)
  return { total: countAnywhere(db, filter, where, values), ids }
}

function countAnywhere(
  db: Readable,
  { actorId, articleId, topicId, roundId, stance }: QuoteFilter,
  where: string,
  values: Record<string, SqlValue>,
): number {
  const isNarrowed = [articleId, topicId, roundId, stance].some((value) => value !== undefined)
  if (isNarrowed) return numberFrom(db, `SELECT count(*) AS n FROM quote q WHERE ${where}`, values)
  return actorId === undefined
    ? numberFrom(db, 'SELECT quote_count AS n FROM notebook', {})
    : numberFrom(db, 'SELECT quote_count AS n FROM actor WHERE id = @actor', values)
}

function conditionsOf(
  db: Readable,
  filter: QuoteFilter,
): { where: string; values: Record<string, SqlValue> } {
  const conditions = ['q.deleted_at IS NULL']
  const values: Record<string, SqlValue> = {}
  if (filter.articleId !== undefined) {
    conditions.push('q.article_id = @article')
    values['article'] = filter.articleId
  }
  if (filter.actorId !== undefined) {
    conditions.push('q.speaker_id = @actor')
    values['actor'] = filter.actorId
  }
  if (filter.roundId !== undefined) {
    // A quote of an article that belongs to a round was said there, unless it has a round of its own.
    conditions.push(`(q.round_id = @round OR q.round_id IS NULL AND q.article_id IN (
      SELECT a.id FROM article a WHERE a.round_id = @round))`)
    values['round'] = filter.roundId
  }
  const ofLink = ['l.quote_id = q.id AND l.deleted_at IS NULL']
  if (filter.topicId !== undefined) {
    ofLink.push('l.topic_id IN (SELECT value FROM json_each(@topics))')
    values['topics'] = JSON.stringify(topicsOf(db, filter, filter.topicId))
  }
  if (filter.stance !== undefined) {
    ofLink.push('l.stance = @stance')
    values['stance'] = filter.stance
  }
  if (ofLink.length > 1) conditions.push(`EXISTS (SELECT 1 FROM link l WHERE ${ofLink.join(' AND ')})`)
  return { where: conditions.join(' AND '), values }
}

function numberFrom(db: Readable, sql: string, values: Record<string, SqlValue>): number {
  return db.get<{ n: number }>(sql, values)?.n ?? 0
}
