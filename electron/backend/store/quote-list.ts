import type { QuoteFilter, QuoteOrder } from '#shared/domain/quote.ts'
import type { Readable, SqlValue } from './connection.ts'

/** How many there are behind a filter; `atLeast` where there are more that were not counted. */
export interface QuoteTotal {
  total: number
  atLeast: boolean
}

/** What no count is kept of is counted up to here: to count every quote of a large tree of topics takes most of a second. */
const defaultCountAtMost = 10_000

/** The ids of a window of quotes, those first that were said, or else published, last; and how many there are. */
export function findQuotes(
  db: Readable,
  filter: QuoteFilter,
  countAtMost = defaultCountAtMost,
): QuoteTotal & { ids: string[] } {
  const { topicId } = filter
  const topics = topicId === undefined ? undefined : topicsOf(db, filter, topicId)
  const isOrderOfLinks = filter.order === undefined || filter.order.by === 'said'
  if (topics !== undefined && isOrderOfLinks && !narrowing.some((name) => filter[name] !== undefined))
    return { ...countOnTopics(db, filter, topics, countAtMost), ids: quotesOnTopics(db, filter, topics) }
  const conditions = conditionsOf(db, filter, topics)
  return {
    ...countAnywhere(db, filter, conditions, countAtMost),
    ids: quotesAnywhere(db, filter, conditions),
  }
}

/** What narrows a list beside topic and stance, which stand in the index of links. */
const narrowing = [
  'actorId',
  'articleId',
  'roundId',
  'unnamed',
  'partyId',
  'coderId',
  'uncodedBy',
  'outlet',
  'lang',
  'from',
  'until',
] as const satisfies (keyof QuoteFilter)[]

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

const latestFirst: QuoteOrder = { by: 'said', descending: true }
const columns: Record<QuoteOrder['by'], string> = { said: 'q.said_sort', marked: 'q.created_at' }

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
function quotesOnTopics(db: Readable, filter: QuoteFilter, topics: string[]): string[] {
  const { stance = null, offset, limit, order = latestFirst } = filter
  const way = order.descending ? 'DESC' : 'ASC'
  const read = (topic: string, from: number, count: number) =>
    db.all<Found>(
      `SELECT quote_id AS id, said_sort AS said FROM link
       WHERE topic_id = @topic AND deleted_at IS NULL AND (@stance IS NULL OR stance = @stance)
       ORDER BY said_sort ${way}, quote_id ${way} LIMIT @count OFFSET @from`,
      { topic, stance, from, count },
    )
  const whole = offset + limit
  const size = topics.length === 1 ? whole : Math.min(portion, whole)
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
      if (row !== undefined && (best === undefined || isLater(row, best) === order.descending))
        latest = source
    }
    const row = latest?.rows[latest.at]
    if (latest === undefined || row === undefined) break
    latest.at += 1
    ids.add(row.id)
  }
  return [...ids].slice(offset, whole)
}

function isLater(one: Found, other: Found): boolean {
  return one.said === other.said ? one.id > other.id : one.said > other.said
}

/** A quote that stands for several of the topics, or that several coders linked, counts once. */
function countOnTopics(db: Readable, filter: QuoteFilter, topics: string[], countAtMost: number): QuoteTotal {
  const stance = filter.stance ?? null
  const [topic = ''] = topics
  if (topics.length === 1 && stance === null)
    return exactly(db, 'SELECT quote_count AS n FROM topic WHERE id = @topic', { topic })
  return upTo(
    db,
    countAtMost,
    `SELECT DISTINCT quote_id FROM link
     WHERE topic_id IN (SELECT value FROM json_each(@topics)) AND deleted_at IS NULL
       AND (@stance IS NULL OR stance = @stance)`,
    { topics: JSON.stringify(topics), stance },
  )
}

interface Conditions {
  where: string
  values: Record<string, SqlValue>
}

function quotesAnywhere(
  db: Readable,
  { limit, offset, order = latestFirst }: QuoteFilter,
  { where, values }: Conditions,
): string[] {
  const way = order.descending ? 'DESC' : 'ASC'
  return db
    .all<{ id: string }>(
      `SELECT q.id FROM quote q WHERE ${where}
       ORDER BY ${columns[order.by]} ${way}, q.id ${way} LIMIT @limit OFFSET @offset`,
      { ...values, limit, offset },
    )
    .map(({ id }) => id)
}

function countAnywhere(
  db: Readable,
  filter: QuoteFilter,
  { where, values }: Conditions,
  countAtMost: number,
): QuoteTotal {
  const { actorId, topicId, stance } = filter
  const isNarrowed =
    [topicId, stance].some((value) => value !== undefined) ||
    narrowing.some((name) => name !== 'actorId' && filter[name] !== undefined)
  if (isNarrowed) return upTo(db, countAtMost, `SELECT 1 FROM quote q WHERE ${where}`, values)
  return actorId === undefined
    ? exactly(db, 'SELECT quote_count AS n FROM notebook', {})
    : exactly(db, 'SELECT quote_count AS n FROM actor WHERE id = @actor', values)
}

/** Up to so many quotes, those on topics are listed; from there on each quote is asked whether it is one of them. */
const listedAtMost = 20_000

function conditionsOf(db: Readable, filter: QuoteFilter, topics: string[] | undefined): Conditions {
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
  if (filter.unnamed) conditions.push('q.speaker_id IS NULL')
  if (filter.from !== undefined) {
    conditions.push('q.said_sort >= @from')
    values['from'] = filter.from
  }
  if (filter.until !== undefined) {
    // A month or a year goes on to its last day, which `~` sorts after.
    conditions.push("q.said_sort <= @until || '~' AND q.said_sort <> ''")
    values['until'] = filter.until
  }
  if (filter.partyId !== undefined) {
    conditions.push(`+q.speaker_id IN (
      SELECT @party UNION SELECT id FROM actor WHERE member_of_id = @party
      UNION SELECT actor_id FROM membership WHERE member_of_id = @party AND deleted_at IS NULL)`)
    values['party'] = filter.partyId
  }
  if (filter.outlet !== undefined) {
    conditions.push('+q.article_id IN (SELECT id FROM article WHERE outlet = @outlet AND deleted_at IS NULL)')
    values['outlet'] = filter.outlet
  }
  if (filter.lang !== undefined) {
    conditions.push('+q.article_id IN (SELECT id FROM article WHERE lang = @lang AND deleted_at IS NULL)')
    values['lang'] = filter.lang
  }
  if (filter.uncodedBy !== undefined) {
    conditions.push(`NOT EXISTS (SELECT 1 FROM link l WHERE l.quote_id = q.id AND l.deleted_at IS NULL
      AND (@uncoded IS NULL OR l.coder_id = @uncoded))`)
    values['uncoded'] = filter.uncodedBy
  }
  const ofLink = ['l.deleted_at IS NULL']
  if (filter.coderId !== undefined) {
    ofLink.push('l.coder_id = @coder')
    values['coder'] = filter.coderId
  }
  if (filter.stance !== undefined) {
    ofLink.push('l.stance = @stance')
    values['stance'] = filter.stance
  }
  // The pluses keep SQLite from starting at the topics: quotes are read in their order, and each is asked.
  const isListed = topics !== undefined && linkCount(db, topics) <= listedAtMost
  if (topics !== undefined) {
    ofLink.push(`${isListed ? '' : '+'}l.topic_id IN (SELECT value FROM json_each(@topics))`)
    values['topics'] = JSON.stringify(topics)
  }
  const linked = ofLink.join(' AND ')
  if (isListed) conditions.push(`+q.id IN (SELECT l.quote_id FROM link l WHERE ${linked})`)
  else if (ofLink.length > 1)
    conditions.push(`EXISTS (SELECT 1 FROM link l WHERE l.quote_id = q.id AND ${linked})`)
  return { where: conditions.join(' AND '), values }
}

function linkCount(db: Readable, topics: string[]): number {
  const sql =
    'SELECT coalesce(sum(quote_count), 0) AS n FROM topic WHERE id IN (SELECT value FROM json_each(@topics))'
  return exactly(db, sql, { topics: JSON.stringify(topics) }).total
}

function exactly(db: Readable, sql: string, values: Record<string, SqlValue>): QuoteTotal {
  return { total: db.get<{ n: number }>(sql, values)?.n ?? 0, atLeast: false }
}

function upTo(db: Readable, countAtMost: number, rows: string, values: Record<string, SqlValue>): QuoteTotal {
  const sql = `SELECT count(*) AS n FROM (${rows} LIMIT @countAtMost)`
  const total = db.get<{ n: number }>(sql, { ...values, countAtMost })?.n ?? 0
  return { total, atLeast: total === countAtMost }
}
