import { type QueryFilter, type QueryProblem, type SearchKind, searchKinds } from '#shared/search/query.ts'
import type { Readable, SqlValue } from '../store/connection.ts'
import { actorsNamed, languagesNamed, outletsNamed, topicsNamed } from './resolve-names.ts'

/** The filters of a query as conditions in SQL, for each kind of entity. */
export interface FilterConditions {
  /** Kinds that can hold at all. */
  kinds: SearchKind[]
  /** A condition on the tables of `row-source.ts`: `a` the article, `q` the quote or, for a comment `c`, its quote; or empty. */
  where: Record<SearchKind, string>
  values: Record<string, SqlValue>
  /** Names that nothing has. */
  problems: QueryProblem[]
}

const ids = (name: string) => `(SELECT value FROM json_each(@${name}))`

export function filterConditions(db: Readable, filters: readonly QueryFilter[]): FilterConditions {
  const values: Record<string, SqlValue> = {}
  const problems: QueryProblem[] = []
  const parts: Record<SearchKind, string[]> = { article: [], quote: [], comment: [] }
  let kinds: SearchKind[] = [...searchKinds]

  const add = (negated: boolean, conditions: Record<SearchKind, string>) => {
    for (const kind of searchKinds)
      parts[kind].push(negated ? `NOT (${conditions[kind]})` : `(${conditions[kind]})`)
  }
  const ofArticle = (negated: boolean, condition: string) =>
    add(negated, { article: condition, quote: condition, comment: condition })
  const list = (name: string, items: readonly string[]) => {
    values[name] = JSON.stringify(items)
    return ids(name)
  }
  const named = (filter: QueryFilter & { name: string }, found: string[]) => {
    if (found.length === 0) {
      const message = `No ${filter.field} is called “${filter.name}”.`
      problems.push({ code: 'unknown-name', message, start: filter.start, end: filter.end })
    }
    return found
  }

  // A topic and a stance asked for together must be found on one link.
  const stances = filters.filter((filter) => filter.field === 'stance' && !filter.negated)
  const wantedStances = stances.flatMap((filter) => (filter.field === 'stance' ? filter.values : []))
  const onLink = wantedStances.length === 0 ? '' : ` AND l.stance IN ${list('stances', wantedStances)}`
  const hasTopic = filters.some((filter) => filter.field === 'topic' && !filter.negated)
  if (wantedStances.length > 0 && !hasTopic) add(false, linked(`l.deleted_at IS NULL${onLink}`))

  for (const [index, filter] of filters.entries()) {
    const name = `f${index}`
    const { negated } = filter
    switch (filter.field) {
      case 'topic': {
        const topics = list(name, named(filter, topicsNamed(db, filter.name)))
        add(negated, linked(`l.deleted_at IS NULL AND l.topic_id IN ${topics}${negated ? '' : onLink}`))
        break
      }
      case 'stance':
        if (negated) add(true, linked(`l.deleted_at IS NULL AND l.stance IN ${list(name, filter.values)}`))
        break
      case 'actor':
        add(negated, spokenBy(list(name, named(filter, actorsNamed(db, filter.name)))))
        break
      case 'outlet':
        ofArticle(negated, `a.sort_outlet IN ${list(name, named(filter, outletsNamed(db, filter.name)))}`)
        break
      case 'lang':
        ofArticle(negated, `a.lang IN ${list(name, languagesNamed(db, filter.values))}`)
        break
      case 'date':
        add(negated, dated(filter.range, name, values))
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
    where: { article: join('article'), quote: join('quote'), comment: join('comment') },
    values,
    problems,
  }
}

/** Articles by their quotes, quotes by themselves, comments by the quote or article they are on. */
function byQuotes(quoteIds: string, articleIds: string): Record<SearchKind, string> {
  const article = `a.id IN (${articleIds})`
  const quote = `q.id IN (${quoteIds})`
  return { article, quote, comment: `CASE WHEN c.quote_id IS NULL THEN ${article} ELSE ${quote} END` }
}

function linked(link: string): Record<SearchKind, string> {
  return byQuotes(
    `SELECT l.quote_id FROM link l WHERE ${link}`,
    `SELECT l.article_id FROM link l WHERE ${link}`,
  )
}

function spokenBy(actorIds: string): Record<SearchKind, string> {
  const where = `x.speaker_id IN ${actorIds} AND x.deleted_at IS NULL`
  return byQuotes(
    `SELECT x.id FROM quote x WHERE ${where}`,
    `SELECT x.article_id FROM quote x WHERE ${where}`,
  )
}

type Range = { from: string | null; before: string | null }

/** A quote is dated by when it was said, where that is known; everything else by when the article was published. */
function dated(range: Range, name: string, values: Record<string, SqlValue>): Record<SearchKind, string> {
  const ofQuote = within('coalesce(q.said_on, a.published_sort)', range, name, values)
  return { article: within('a.published_sort', range, name, values), quote: ofQuote, comment: ofQuote }
}

/** Days and times are compared as text: a day comes before every time of that day, and an unknown day before all. */
function within(column: string, range: Range, name: string, values: Record<string, SqlValue>): string {
  values[`${name}from`] = range.from ?? '0'
  values[`${name}before`] = range.before ?? '9999-99'
  return `${column} >= @${name}from AND ${column} < @${name}before`
}

function inState(states: readonly string[], listed: string): string {
  const status = `a.status IN ${listed}`
  if (!states.includes('quoted')) return status
  return `(${status} OR EXISTS (SELECT 1 FROM quote x WHERE x.article_id = a.id AND x.deleted_at IS NULL))`
}
