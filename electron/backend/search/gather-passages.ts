import type { PassageKind } from '#shared/search/query.ts'
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
  id: string
  part: string
}

/**
 * The entities of a kind that has passages which hold the words, each anywhere in their title or text, and pass the filters. Of each
 * the row of its best passage is given, or of its title where that alone holds any of the words.
 */
export function gatherPassages(
  db: Readable,
  kind: PassageKind,
  match: Match,
  telling: readonly string[],
  filters: FilterConditions,
  rowsAtMost = defaultRowsAtMost,
): Gathered {
  const found = match.every.map((group) => entitiesWith(db, kind, group, rowsAtMost))
  const [first, ...others] = found.map(({ ids }) => ids)
  if (first === undefined || first.size === 0) return { rows: [], count: 0, atLeast: false }
  const excluded = match.none.map((term) => entitiesWith(db, kind, term, rowsAtMost).ids)
  const holding = [...first.keys()].filter(
    (id) => others.every((ids) => ids.has(id)) && !excluded.some((ids) => ids.has(id)),
  )
  const wanted = new Set(filtered(db, kind, holding, filters))
  if (wanted.size === 0) return { rows: [], count: 0, atLeast: false }
  return {
    rows: bestRows(db, kind, match, telling, wanted, first),
    count: wanted.size,
    atLeast: found.some(({ isWhole }) => !isWhole),
  }
}

/** The entities that have a row which matches, each with the latest such row. */
function entitiesWith(
  db: Readable,
  kind: PassageKind,
  expression: string,
  rowsAtMost: number,
): { ids: Map<string, PassageRow>; isWhole: boolean } {
  const [first, last] = rowIdRange(kind)
  const rows = db.all<PassageRow & { n: number }>(
    `SELECT p.entity_id AS id, max(p.rowid) AS rowid, p.part, count(*) AS n
     FROM (SELECT rowid FROM search_index WHERE search_index MATCH @expression AND rowid BETWEEN @first AND @last
       ORDER BY rowid DESC LIMIT @rowsAtMost) matched
     CROSS JOIN search_passage p ON p.rowid = matched.rowid
     GROUP BY p.entity_id`,
    { expression, first, last, rowsAtMost },
  )
  return {
    ids: new Map(rows.map(({ n: _, ...row }) => [row.id, row])),
    isWhole: rows.reduce((sum, { n }) => sum + n, 0) < rowsAtMost,
  }
}

function filtered(
  db: Readable,
  kind: PassageKind,
  ids: string[],
  { where, values }: FilterConditions,
): string[] {
  if (where[kind] === '') return ids
  return db
    .all<{ id: string }>(
      `SELECT e.id FROM json_each(@ids) CROSS JOIN ${kind} e ON e.id = json_each.value WHERE ${where[kind]}`,
      { ...values, ids: JSON.stringify(ids) },
    )
    .map(({ id }) => id)
}

/** One row an entity, best first. What stands in a title counts on top of the best passage. */
function bestRows(
  db: Readable,
  kind: PassageKind,
  match: Match,
  telling: readonly string[],
  wanted: ReadonlySet<string>,
  known: ReadonlyMap<string, PassageRow>,
): Gathered['rows'] {
  const candidates = candidateRows(db, kind, match, wanted, known)
  const rowids = [...candidates.keys()]
  const scored =
    telling.length === 0
      ? rowids.map((rowid) => ({ rowid, score: candidates.get(rowid)?.part === titlePart ? 1 : 0.5 }))
      : rankRows(db, telling.join(' OR '), rowids)
  const scores = new Map(scored.map(({ rowid, score }) => [rowid, score]))
  const best = new Map<string, { rowid: number; score: number; title: number }>()
  for (const { rowid, id, part } of candidates.values()) {
    const score = scores.get(rowid) ?? 0
    const before = best.get(id) ?? { rowid, score: -1, title: 0 }
    if (part === titlePart) best.set(id, { ...before, title: score })
    else if (score > before.score) best.set(id, { ...before, rowid, score })
  }
  const rows = [...best.values()]
    .map(({ rowid, score, title }) => ({ rowid, score: Math.max(score, 0) + title }))
    .sort((one, other) => other.score - one.score || other.rowid - one.rowid)
    .slice(0, rankedAtMost)
  const most = rows[0]?.score || 1
  return rows.map(({ rowid, score }) => ({ rowid, score: score / most }))
}

/** The latest rows that hold any of the words, and one of each entity at least. */
function candidateRows(
  db: Readable,
  kind: PassageKind,
  match: Match,
  wanted: ReadonlySet<string>,
  known: ReadonlyMap<string, PassageRow>,
): Map<number, PassageRow> {
  const [first, last] = rowIdRange(kind)
  const latest = db.all<PassageRow>(
    `SELECT p.rowid, p.entity_id AS id, p.part FROM search_index
     CROSS JOIN search_passage p ON p.rowid = search_index.rowid
     WHERE search_index MATCH @any AND search_index.rowid BETWEEN @first AND @last
       AND p.entity_id IN (SELECT value FROM json_each(@wanted))
     ORDER BY search_index.rowid DESC LIMIT @rankedAtMost`,
    { any: match.every.join(' OR '), first, last, wanted: JSON.stringify([...wanted]), rankedAtMost },
  )
  const rows = [...wanted].flatMap((id) => known.get(id) ?? [])
  return new Map([...rows.slice(0, rankedAtMost), ...latest].map((row) => [row.rowid, row]))
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
