import type { SearchAnswer, SearchHit, SearchRequest } from '#shared/domain/search.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import type { QueryFilter, SearchKind, SearchQuery } from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import { buildMatch } from './build-match.ts'
import { cutSnippet } from './cut-snippet.ts'
import { filterConditions } from './filter-conditions.ts'
import { createMarkFinder, type MarkFinder } from './find-marks.ts'
import { type Gathered, gatherFiltered, gatherMatches, tellingGroups } from './gather.ts'

interface HitRow {
  rowid: number
  kind: SearchKind
  id: string
  articleId: string
  quoteId: string | null
  title: string
  outlet: string | null
  publishedAt: string | null
  lang: string
  speaker: string | null
  text: string
}

/**
 * Answers a search over articles, quotes and comments, best first; a kind's best hit ranks with the best of the others, as
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
  const gathered = gather(db, query, filters)
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
    problems: [...query.problems, ...filters.problems].map(({ start: _, end: __, ...problem }) => problem),
    tookMs: Math.round((now() - begun) * 10) / 10,
  }
}

/** All that matches is counted up to here: nobody reads further, and a common word takes a while to count. */
const countedAtMost = 10_000

function gather(db: Readable, query: SearchQuery, filters: ReturnType<typeof filterConditions>): Gathered[] {
  const match = buildMatch(query, wantedLanguages(query.filters))
  if (match) {
    const telling = tellingGroups(db, match)
    let left = countedAtMost
    return filters.kinds.map((kind) => {
      const gathered = gatherMatches(db, kind, match, telling, filters, left)
      left -= gathered.count
      return gathered
    })
  }
  if (query.filters.length === 0) return []
  const kinds = filters.kinds.filter((kind) => listedKinds(query.filters).includes(kind))
  return kinds.map((kind) => gatherFiltered(db, kind, filters))
}

/** Without words, a filter on what quotes alone have lists quotes, and every other one lists articles. */
function listedKinds(filters: QueryFilter[]): SearchKind[] {
  const fields = new Set(filters.map(({ field }) => field))
  if (fields.has('kind')) return ['article', 'quote', 'comment']
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

function toHits(db: Readable, rowids: number[], finder: MarkFinder): SearchHit[] {
  const rows = db.all<HitRow>(
    `SELECT d.rowid, d.kind, d.entity_id AS id, a.id AS articleId, q.id AS quoteId, a.title, a.outlet,
       a.published_at AS publishedAt, a.lang, s.name AS speaker,
       CASE d.kind WHEN 'article' THEN r.text WHEN 'quote' THEN q.exact || coalesce((
         SELECT char(10) || group_concat(t.text, char(10) ORDER BY t.id)
         FROM translation t WHERE t.quote_id = q.id AND t.deleted_at IS NULL), '') ELSE c.text END AS text
     FROM search_document d
     LEFT JOIN comment c ON d.kind = 'comment' AND c.id = d.entity_id
     LEFT JOIN quote q ON q.id = CASE d.kind WHEN 'quote' THEN d.entity_id ELSE c.quote_id END
     JOIN article a ON a.id = d.article_id
     LEFT JOIN revision r ON d.kind = 'article' AND r.id = a.current_revision_id
     LEFT JOIN actor s ON s.id = q.speaker_id AND s.deleted_at IS NULL
     WHERE d.rowid IN (SELECT value FROM json_each(?))`,
    JSON.stringify(rowids),
  )
  const byRow = new Map(rows.map((row) => [row.rowid, row]))
  return rowids.flatMap((rowid) => {
    const row = byRow.get(rowid)
    return row ? [toHit(row, finder)] : []
  })
}

function toHit({ rowid, text, ...row }: HitRow, finder: MarkFinder): SearchHit {
  const lang = row.kind === 'comment' ? '' : row.lang
  const titleMarks = row.kind === 'article' ? [...finder.inTitle(row.title, lang)] : []
  return {
    ...row,
    titleMarks: titleMarks.map(({ start, end }) => [start, end]),
    snippet: cutSnippet(text, finder.inText(text, lang)),
  }
}
