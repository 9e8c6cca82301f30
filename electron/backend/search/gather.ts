import type { DocumentKind } from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import type { Match } from './build-match.ts'
import type { FilterConditions } from './filter-conditions.ts'
import { countMatches, latestFiltered, rowSource } from './row-source.ts'

/** Rows of one kind that match, best first; `score` compares within the kind, 1 for the best. */
export interface Gathered {
  rows: { rowid: number; score: number }[]
  count: number
  atLeast: boolean
}

/**
 * bm25 takes a microsecond a row, so it ranks this many: the latest that match, and the latest that match by title. What
 * matches more rows than that is a common word, for which later is as good a guess as any.
 */
export const rankedAtMost = 1000
const titleHitsAtMost = 300

/** bm25 first counts all rows of each word. Words in more rows than this cost more to count than they tell. */
const tellingAtMost = 20_000

const weights = { title: 8, titleStems: 4, words: 2, stems: 1 }
const bm25 = `bm25(search_index, ${Object.values(weights).join(', ')})`

/** The groups worth ranking by; none when all words are too common. */
export function tellingGroups(db: Readable, match: Match): string[] {
  return match.groups.filter((group) => countMatches(db, group, tellingAtMost) < tellingAtMost)
}

/**
 * The rows of `kind` that match the words and the filters. `telling` is what `tellingGroups` said; more rows than are ranked
 * are counted up to `countAtMost`, where there is no filter.
 */
export function gatherMatches(
  db: Readable,
  kind: DocumentKind,
  match: Match,
  telling: readonly string[],
  filters: FilterConditions,
  countAtMost: number,
): Gathered {
  const source = rowSource(db, kind, match.all, filters)
  const latest = source(match.all, rankedAtMost)
  if (latest.length === 0) return { rows: [], count: 0, atLeast: false }
  const isComplete = latest.length < rankedAtMost
  // Quotes and comments have no title.
  const asksTitles = kind === 'article' && (!isComplete || telling.length === 0)
  const inTitles = asksTitles ? source(match.inTitles, titleHitsAtMost) : []
  const rowids = isComplete ? latest : [...new Set([...inTitles, ...latest])]
  const isCounted = !isComplete && filters.where[kind] === '' && countAtMost > rowids.length
  const count = isCounted ? countMatches(db, match.all, countAtMost, kind) : rowids.length
  return {
    rows: telling.length === 0 ? byPlace(rowids, inTitles) : rankRows(db, telling.join(' AND '), rowids),
    count,
    atLeast: !isComplete && !(isCounted && count < countAtMost),
  }
}

/** The rows of `kind` that the filters leave, where there are no words: the latest first. */
export function gatherFiltered(db: Readable, kind: DocumentKind, filters: FilterConditions): Gathered {
  const rows = latestFiltered(db, kind, filters, rankedAtMost)
  return {
    rows: rows.map((rowid, index) => ({ rowid, score: 1 - index / rankedAtMost })),
    count: rows.length,
    atLeast: rows.length === rankedAtMost,
  }
}

/** The rows that match `telling`, best first. */
export function rankRows(db: Readable, telling: string, rowids: number[]): Gathered['rows'] {
  const first = rowids.reduce((least, rowid) => Math.min(least, rowid), Number.MAX_SAFE_INTEGER)
  const last = rowids.reduce((most, rowid) => Math.max(most, rowid), 0)
  const rows = db.all<{ rowid: number; score: number }>(
    `SELECT rowid, -${bm25} AS score FROM search_index
     WHERE search_index MATCH @telling AND rowid BETWEEN @first AND @last
       AND +rowid IN (SELECT value FROM json_each(@rows))`,
    { telling, first, last, rows: JSON.stringify(rowids) },
  )
  rows.sort((one, other) => other.score - one.score || other.rowid - one.rowid)
  const best = rows[0]?.score || 1
  return rows.map(({ rowid, score }) => ({ rowid, score: score / best }))
}

/** Common words: titles first, then the latest. */
function byPlace(rowids: number[], inTitles: number[]): Gathered['rows'] {
  const titled = new Set(inTitles)
  return rowids.map((rowid, index) => ({
    rowid,
    score: (titled.has(rowid) ? 1 : 0.5) - index / (4 * rowids.length),
  }))
}
