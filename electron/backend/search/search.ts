import type { SearchAnswer, SearchRequest } from '#shared/domain/search.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import {
  isPassageKind,
  type QueryFilter,
  type SearchKind,
  type SearchQuery,
  searchKinds,
} from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import { buildMatch } from './build-match.ts'
import { type FilterConditions, filterConditions } from './filter-conditions.ts'
import { createMarkFinder } from './find-marks.ts'
import { type Gathered, gatherFiltered, gatherMatches, tellingGroups } from './gather.ts'
import { filteredPassages, gatherPassages } from './gather-passages.ts'
import { toHits } from './hits.ts'

/**
 * Answers a search over articles, quotes, and what the analyst wrote, best first; a kind's best hit ranks with the best of the others, as
 * scores of long and short texts do not compare. Never throws for what was typed: `problems` names what was left out. `now`
 * is a clock in milliseconds.
 */
export function search(
  db: Readable,
  request: SearchRequest,
  now: () => number = performance.now.bind(performance),
): SearchAnswer {
  const begun = now()
  const query = parseQuery(request.query, { asYouType: request.asYouType })
  const filters = filterConditions(db, query.filters)
  const all = gather(db, query, filters, request.facets)
  const gathered = all.filter(({ kind }) => filters.kinds.includes(kind))
  const best = gathered
    .flatMap(({ rows }) => rows)
    .sort((one, other) => other.score - one.score || one.rowid - other.rowid)
    .slice(0, request.limit)
  const hits = toHits(
    db,
    best.map(({ rowid }) => rowid),
    createMarkFinder(query),
  )
  return {
    hits,
    total: {
      count: gathered.reduce((sum, { count }) => sum + count, 0),
      atLeast: gathered.some(({ atLeast }) => atLeast),
    },
    facets: request.facets
      ? all.filter(({ count }) => count > 0).map(({ kind, count, atLeast }) => ({ kind, count, atLeast }))
      : [],
    problems: [...query.problems, ...filters.problems].map(({ start: _, end: __, ...problem }) => problem),
    tookMs: Math.round((now() - begun) * 10) / 10,
  }
}

/** Of each kind all that matches is counted up to here: nobody reads further, and a common word takes a while to count. */
const countedAtMost = 10_000

const nothing: Gathered = { rows: [], count: 0, atLeast: false }

type OfKind = Gathered & { kind: SearchKind }

/** What is found of each kind; with `everyKind`, also of those that the filters leave out by their kind alone. */
function gather(db: Readable, query: SearchQuery, filters: FilterConditions, everyKind: boolean): OfKind[] {
  const match = buildMatch(query, wantedLanguages(query.filters))
  if (match) {
    const telling = tellingGroups(db, match)
    const kinds: readonly SearchKind[] = everyKind ? searchKinds : filters.kinds
    const written = gatherPassages(db, kinds.filter(isPassageKind), match, telling, filters)
    return kinds.map((kind) => ({
      kind,
      ...(isPassageKind(kind)
        ? (written.get(kind) ?? nothing)
        : gatherMatches(db, kind, match, telling, filters, countedAtMost)),
    }))
  }
  if (query.filters.length === 0) return []
  const kinds = filters.kinds.filter((kind) => listedKinds(query.filters).includes(kind))
  return kinds.map((kind) => ({
    kind,
    ...(isPassageKind(kind) ? filteredPassages(db, kind, filters) : gatherFiltered(db, kind, filters)),
  }))
}

/** Without words, a filter on what quotes alone have lists quotes, and every other one lists articles. */
function listedKinds(filters: QueryFilter[]): readonly SearchKind[] {
  const fields = new Set(filters.map(({ field }) => field))
  if (fields.has('kind')) return searchKinds
  return fields.has('topic') || fields.has('actor') || fields.has('stance') || fields.has('round')
    ? ['quote']
    : ['article']
}

function wantedLanguages(filters: QueryFilter[]): string[] | null {
  const wanted = filters.flatMap((filter) =>
    filter.field === 'lang' && !filter.negated ? filter.values : [],
  )
  return wanted.length === 0 ? null : wanted.map((tag) => tag.split('-')[0] ?? tag)
}
