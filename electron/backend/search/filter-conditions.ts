import {
  type DocumentKind,
  type QueryFilter,
  type QueryProblem,
  type SearchKind,
  searchKinds,
} from '#shared/search/query.ts'
import type { Readable, SqlValue } from '../store/connection.ts'
import {
  noPassages,
  ofActors,
  ofArticles,
  ofEmbedded,
  ofRounds,
  ofTime,
  ofTopics,
  type PassageConditions,
} from './passage-conditions.ts'
import { actorsNamed, languagesNamed, outletsNamed, roundsNamed, topicsNamed } from './resolve-names.ts'

/** The filters of a query as conditions in SQL, for each kind of entity. */
export interface FilterConditions {
  /** Kinds that can hold at all. */
  kinds: SearchKind[]
  /** A condition on the tables of `row-source.ts`: `a` the article, `q` the quote or, for a comment `c`, its quote; on the entity `e`
   * for the kinds that have passages; or empty. */
  where: Record<SearchKind, string>
  values: Record<string, SqlValue>
  /** Whether every condition is known to leave so many rows that listing them would take longer than asking each. */
  isBroad: boolean
  /** Names that nothing has. */
  problems: QueryProblem[]
}

/** Up to so many quotes, what a topic or a speaker has is listed; from there on each row is asked whether it is of them. */
const defaultListedAtMost = 20_000

type Documents = Record<DocumentKind, string>

const ids = (name: string) => `(SELECT value FROM json_each(@${name}))`

export function filterConditions(
  db: Readable,
  filters: readonly QueryFilter[],
  listedAtMost = defaultListedAtMost,
): FilterConditions {
  const values: Record<string, SqlValue> = {}
  const problems: QueryProblem[] = []
  const parts: Record<SearchKind, string[]> = {
    article: [],
    quote: [],
    comment: [],
    dossier: [],
    topic: [],
    round: [],
    actor: [],
  }
  let kinds: SearchKind[] = [...searchKinds]
  let isBroad = true

  const add = (negated: boolean, documents: Documents, passages: PassageConditions, quotes = 0) => {
    const conditions: Record<SearchKind, string> = { ...documents, ...passages }
    if (!negated && quotes <= listedAtMost) isBroad = false
    for (const kind of searchKinds)
      parts[kind].push(negated ? `NOT (${conditions[kind]})` : `(${conditions[kind]})`)
  }
  const ofArticle = (negated: boolean, condition: string, passages = noPassages) =>
    add(negated, { article: condition, quote: condition, comment: condition }, passages)
  const list = (name: string, items: readonly string[]) => {
    values[name] = JSON.stringify(items)
    return ids(name)
  }
  const named = (filter: QueryFilter & { name: string }, found: string[]) => {
    if (found.length === 0) {
      const message = `No ${filter.field} is called “${filter.name}”.`
      const { field, name: value, start, end } = filter
      problems.push({ code: 'unknown-name', field, value, message, start, end })
    }
    return found
  }

  // A topic and a stance asked for together must be found on one link.
  const stances = filters.filter((filter) => filter.field === 'stance' && !filter.negated)
  const wantedStances = stances.flatMap((filter) => (filter.field === 'stance' ? filter.values : []))
  const onLink = wantedStances.length === 0 ? '' : ` AND l.stance IN ${list('stances', wantedStances)}`
  const hasTopic = filters.some((filter) => filter.field === 'topic' && !filter.negated)
  if (wantedStances.length > 0 && !hasTopic) {
    const condition = `l.deleted_at IS NULL${onLink}`
    add(false, linked(condition), ofEmbedded(linked(condition, true).quote))
  }

  for (const [index, filter] of filters.entries()) {
    const name = `f${index}`
    const { negated } = filter
    switch (filter.field) {
      case 'topic': {
        const topics = named(filter, topicsNamed(db, filter.name))
        const quotes = quoteCount(db, 'topic', topics)
        const listed = list(name, topics)
        const condition = `l.deleted_at IS NULL AND l.topic_id IN ${listed}${negated ? '' : onLink}`
        const embedded = linked(condition, true).quote
        // What is named has no stance.
        const passages = onLink === '' || negated ? ofTopics(listed, embedded) : ofEmbedded(embedded)
        add(negated, linked(condition, quotes > listedAtMost), passages, quotes)
        break
      }
      case 'stance':
        if (negated) {
          const condition = `l.deleted_at IS NULL AND l.stance IN ${list(name, filter.values)}`
          add(true, linked(condition), ofEmbedded(linked(condition, true).quote))
        }
        break
      case 'actor': {
        const actors = named(filter, actorsNamed(db, filter.name))
        const quotes = quoteCount(db, 'actor', actors)
        const condition = spokenBy(list(name, actors), quotes > listedAtMost)
        add(negated, condition, ofActors(ids(name), condition.quote), quotes)
        break
      }
      case 'outlet': {
        const condition = `a.sort_outlet IN ${list(name, named(filter, outletsNamed(db, filter.name)))}`
        ofArticle(negated, condition, ofArticles(condition))
        break
      }
      case 'round': {
        const condition = ofRound(list(name, named(filter, roundsNamed(db, filter.name))))
        add(negated, condition, ofRounds(ids(name), condition.quote))
        break
      }
      case 'lang':
        ofArticle(negated, `a.lang IN ${list(name, languagesNamed(db, filter.values))}`)
        break
      case 'date':
        add(
          negated,
          dated(filter.range, name, values),
          ofTime((column) => within(column, filter.range, name, values)),
        )
        break
      case 'clipped':
        ofArticle(negated, within('a.clipped_at', filter.range, name, values))
        break
      case 'is':
        ofArticle(negated, inState(filter.values, list(name, filter.values)))
        break
      case 'kind':
        kinds = kinds.filter((kind) => filter.values.includes(kind) !== negated)
        break
    }
  }
  const join = (kind: SearchKind) => parts[kind].join(' AND ')
  return {
    kinds,
    where: {
      article: join('article'),
      quote: join('quote'),
      comment: join('comment'),
      dossier: join('dossier'),
      topic: join('topic'),
      round: join('round'),
      actor: join('actor'),
    },
    values,
    isBroad,
    problems,
  }
}

/** Articles by their quotes, quotes by themselves, comments by the quote or article they are on. */
function byQuotes(quote: string, article: string): Documents {
  return { article, quote, comment: `CASE WHEN c.quote_id IS NULL THEN ${article} ELSE ${quote} END` }
}

function linked(link: string, isCommon = false): Documents {
  if (!isCommon)
    return byQuotes(
      `q.id IN (SELECT l.quote_id FROM link l WHERE ${link})`,
      `a.id IN (SELECT l.article_id FROM link l WHERE ${link})`,
    )
  const ofQuote = (quote: string) =>
    `EXISTS (SELECT 1 FROM link l WHERE l.quote_id = ${quote}.id AND ${link})`
  return byQuotes(ofQuote('q'), `EXISTS (${quotesInArticle} AND ${ofQuote('x')})`)
}

/** What belongs to a round: an article, and a quote itself or by its article. */
function ofRound(rounds: string): Documents {
  const article = `coalesce(a.round_id, '') IN ${rounds}`
  const inArticle = `a.id IN (SELECT x.article_id FROM quote x WHERE x.deleted_at IS NULL AND x.round_id IN ${rounds})`
  return byQuotes(`coalesce(q.round_id, a.round_id, '') IN ${rounds}`, `(${article} OR ${inArticle})`)
}

function spokenBy(actorIds: string, isCommon: boolean): Documents {
  const spoken = (quote: string) => `${quote}.speaker_id IN ${actorIds}`
  const inArticle = isCommon
    ? `EXISTS (${quotesInArticle} AND ${spoken('x')})`
    : `a.id IN (SELECT x.article_id FROM quote x WHERE x.deleted_at IS NULL AND ${spoken('x')})`
  return byQuotes(spoken('q'), inArticle)
}

/** The quotes of the article that is asked; left to choose, SQLite would list those of a speaker or a topic anew each time. */
const quotesInArticle =
  'SELECT 1 FROM quote x INDEXED BY quote_of_article WHERE x.article_id = a.id AND x.deleted_at IS NULL'

function quoteCount(db: Readable, table: 'topic' | 'actor', rows: readonly string[]): number {
  const sql = `SELECT sum(quote_count) AS n FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`
  return db.get<{ n: number | null }>(sql, JSON.stringify(rows))?.n ?? 0
}

type Range = { from: string | null; before: string | null }

/** A quote is dated by when it was said, where that is known; everything else by when the article was published. */
function dated(range: Range, name: string, values: Record<string, SqlValue>): Documents {
  return {
    article: within('a.published_sort', range, name, values),
    quote: within('q.said_sort', range, name, values),
    comment: within('coalesce(q.said_sort, a.published_sort)', range, name, values),
  }
}

/** Days and times are compared as text: a day comes before every time of that day, and an unknown day before all. */
function within(column: string, range: Range, name: string, values: Record<string, SqlValue>): string {
  values[`${name}from`] = range.from ?? '0'
  values[`${name}before`] = range.before ?? '9999-99'
  return `${column} >= @${name}from AND ${column} < @${name}before`
}

function inState(states: readonly string[], listed: string): string {
  const conditions = [`a.status IN ${listed}`]
  if (states.includes('quoted'))
    conditions.push('EXISTS (SELECT 1 FROM quote x WHERE x.article_id = a.id AND x.deleted_at IS NULL)')
  if (states.includes('copy'))
    conditions.push(`EXISTS (SELECT 1 FROM article o INDEXED BY article_of_story
      WHERE o.story_id = a.story_id AND o.deleted_at IS NULL AND o.id <> a.id)`)
  if (states.includes('silent')) conditions.push('a.silently_edited = 1')
  return `(${conditions.join(' OR ')})`
}
