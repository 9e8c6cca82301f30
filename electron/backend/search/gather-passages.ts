import { type PassageKind, passageKinds } from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import type { Match } from './build-match.ts'
import type { FilterConditions } from './filter-conditions.ts'
import { type Gathered, rankRows, rankedAtMost } from './gather.ts'
import { titlePart } from './index-passages.ts'
import { rowIdRange } from './row-ids.ts'

/** Rows of one word that are looked at, the latest; a hundred thousand take some tens of milliseconds. */
const defaultRowsAtMost = 100_000

interface PassageRow {
  rowid: number
  kind: PassageKind
  id: string
  part: string
}

/**
 * The entities of kinds that have passages which hold the words, each anywhere in their title or text, and pass the filters. Of each
 * the row of its best passage is given, or of its title where that alone holds any of the words. The kinds are read together: setting
 * out to read a common word takes FTS5 longer than reading these few rows of it.
 */
export function gatherPassages(
  db: Readable,
  kinds: readonly PassageKind[],
  match: Match,
  telling: readonly string[],
  filters: FilterConditions,
  rowsAtMost = defaultRowsAtMost,
): Map<PassageKind, Gathered> {
  const gathered = new Map<PassageKind, Gathered>()
  if (kinds.length === 0) return gathered
  const found = match.every.map((group) => entitiesWith(db, group, rowsAtMost))
  const [first, ...others] = found.map(({ entities }) => entities)
  if (first === undefined || first.size === 0) return gathered
  const excluded = match.none.map((term) => entitiesWith(db, term, rowsAtMost).entities)
  const holding = [...first.values()].filter(
    ({ id }) => others.every((ids) => ids.has(id)) && !excluded.some((ids) => ids.has(id)),
  )
  const wanted = kinds.flatMap((kind) =>
    filtered(
      db,
      kind,
      holding.filter((row) => row.kind === kind),
      filters,
    ),
  )
  if (wanted.length === 0) return gathered
  const candidates = Map.groupBy(candidateRows(db, match, wanted), ({ kind }) => kind)
  const atLeast = found.some(({ isWhole }) => !isWhole)
  for (const [kind, rows] of candidates)
    gathered.set(kind, {
      rows: telling.length === 0 ? latestFirst(rows) : bestFirst(db, telling, rows),
      count: wanted.filter((row) => row.kind === kind).length,
      atLeast,
    })
  return gathered
}

/** Every row of these kinds. */
const [firstRow, lastRow] = [
  Math.min(...passageKinds.map((kind) => rowIdRange(kind)[0])),
  Math.max(...passageKinds.map((kind) => rowIdRange(kind)[1])),
]

/** The entities that have a row which matches, each with the latest such row. */
function entitiesWith(
  db: Readable,
  expression: string,
  rowsAtMost: number,
): { entities: Map<string, PassageRow>; isWhole: boolean } {
  const rows = db.all<PassageRow & { n: number }>(
    `SELECT p.kind, p.entity_id AS id, max(p.rowid) AS rowid, p.part, count(*) AS n
     FROM (SELECT rowid FROM search_index
       WHERE search_index MATCH @expression AND rowid BETWEEN @firstRow AND @lastRow
       ORDER BY rowid DESC LIMIT @rowsAtMost) matched
     CROSS JOIN search_passage p ON p.rowid = matched.rowid
     GROUP BY p.entity_id`,
    { expression, firstRow, lastRow, rowsAtMost },
  )
  return {
    entities: new Map(rows.map(({ n: _, ...row }) => [row.id, row])),
    isWhole: rows.reduce((sum, { n }) => sum + n, 0) < rowsAtMost,
  }
}

function filtered(
  db: Readable,
  kind: PassageKind,
  rows: PassageRow[],
  { where, values }: FilterConditions,
): PassageRow[] {
  if (where[kind] === '' || rows.length === 0) return rows
  const left = db.all<{ id: string }>(
    `SELECT e.id FROM json_each(@ids) CROSS JOIN ${kind} e ON e.id = json_each.value WHERE ${where[kind]}`,
    { ...values, ids: JSON.stringify(rows.map(({ id }) => id)) },
  )
  const ids = new Set(left.map(({ id }) => id))
  return rows.filter(({ id }) => ids.has(id))
}

/** The latest rows that hold any of the words, and one of each entity at least. */
function candidateRows(db: Readable, match: Match, wanted: readonly PassageRow[]): PassageRow[] {
  const latest = db.all<PassageRow>(
    `SELECT p.rowid, p.kind, p.entity_id AS id, p.part FROM search_index
     CROSS JOIN search_passage p ON p.rowid = search_index.rowid
     WHERE search_index MATCH @any AND search_index.rowid BETWEEN @firstRow AND @lastRow
       AND p.entity_id IN (SELECT value FROM json_each(@wanted))
     ORDER BY search_index.rowid DESC LIMIT @rankedAtMost`,
    {
      any: match.every.join(' OR '),
      firstRow,
      lastRow,
      wanted: JSON.stringify(wanted.map(({ id }) => id)),
      rankedAtMost,
    },
  )
  const rows = [...wanted.slice(0, rankedAtMost), ...latest]
  return [...new Map(rows.map((row) => [row.rowid, row])).values()]
}

/** One row an entity, best first. What stands in a title counts on top of the best passage. */
function bestFirst(db: Readable, telling: readonly string[], candidates: PassageRow[]): Gathered['rows'] {
  const scored = rankRows(
    db,
    telling.join(' OR '),
    candidates.map(({ rowid }) => rowid),
  )
  const scores = new Map(scored.map(({ rowid, score }) => [rowid, score]))
  const rows = [...bestOfEach(candidates, (rowid) => scores.get(rowid) ?? 0).values()]
    .map(({ rowid, score, title }) => ({ rowid, score: Math.max(score, 0) + title }))
    .sort((one, other) => other.score - one.score || other.rowid - one.rowid)
    .slice(0, rankedAtMost)
  const most = rows[0]?.score || 1
  return rows.map(({ rowid, score }) => ({ rowid, score: score / most }))
}

/** Common words: titles first, then what was written last. */
function latestFirst(candidates: PassageRow[]): Gathered['rows'] {
  const rows = [...bestOfEach(candidates, () => 1).values()]
    .sort((one, other) => other.title - one.title || other.rowid - one.rowid)
    .slice(0, rankedAtMost)
  return rows.map(({ rowid, title }, index) => ({
    rowid,
    score: (title > 0 ? 1 : 0.5) - index / (4 * rows.length),
  }))
}

/** Of each entity the passage with the best score, or the title where that is all; and what the title is worth. */
function bestOfEach(candidates: readonly PassageRow[], scoreOf: (rowid: number) => number) {
  const best = new Map<string, { rowid: number; score: number; title: number }>()
  for (const { rowid, id, part } of candidates) {
    const score = scoreOf(rowid)
    const before = best.get(id) ?? { rowid, score: -1, title: 0 }
    if (part === titlePart) best.set(id, { ...before, title: score })
    else if (score > before.score) best.set(id, { ...before, rowid, score })
  }
  return best
}

/** The entities of a kind that the filters leave, without any words, the last written first. */
export function filteredPassages(db: Readable, kind: PassageKind, filters: FilterConditions): Gathered {
  const where = filters.where[kind] === '' ? '' : `AND ${filters.where[kind]}`
  const rows = db.all<{ rowid: number }>(
    `SELECT p.rowid FROM (SELECT e.id, e.updated_at FROM ${kind} e WHERE e.deleted_at IS NULL ${where}
       ORDER BY e.updated_at DESC, e.id DESC LIMIT @rankedAtMost) latest
     CROSS JOIN search_passage p ON p.kind = '${kind}' AND p.entity_id = latest.id AND p.part = '${titlePart}'
     ORDER BY latest.updated_at DESC, latest.id DESC`,
    { ...filters.values, rankedAtMost },
  )
  return {
    rows: rows.map(({ rowid }, index) => ({ rowid, score: 1 - index / rankedAtMost })),
    count: rows.length,
    atLeast: rows.length === rankedAtMost,
  }
}
