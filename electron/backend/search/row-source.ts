import type { DocumentKind } from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import type { FilterConditions } from './filter-conditions.ts'
import { rowIdRange } from './row-ids.ts'

/** Reads the rows of one kind that match an expression and the filters, the latest first, no more than `limit`. */
export type RowSource = (expression: string, limit: number) => number[]

/** From a row of the index to the tables that conditions speak of, in this order. */
const fromIndex: Record<DocumentKind, string> = {
  article: 'CROSS JOIN article a ON a.id = d.entity_id',
  quote: 'CROSS JOIN quote q ON q.id = d.entity_id CROSS JOIN article a ON a.id = q.article_id',
  comment: `CROSS JOIN comment c ON c.id = d.entity_id CROSS JOIN article a ON a.id = c.article_id
    LEFT JOIN quote q ON q.id = c.quote_id`,
}

/** The live entities of a kind, for a condition to narrow; SQLite finds the best order to read them in. */
const entities: Record<DocumentKind, { from: string; live: string; id: string }> = {
  article: { from: 'article a', live: 'a.deleted_at IS NULL', id: 'a.id' },
  quote: { from: 'quote q JOIN article a ON a.id = q.article_id', live: 'q.deleted_at IS NULL', id: 'q.id' },
  comment: {
    from: 'comment c JOIN article a ON a.id = c.article_id LEFT JOIN quote q ON q.id = c.quote_id',
    live: 'c.deleted_at IS NULL',
    id: 'c.id',
  },
}
const latestEntities: Record<DocumentKind, string> = {
  article: 'a.published_sort DESC, a.id DESC',
  quote: 'q.created_at DESC, q.id DESC',
  comment: 'c.created_at DESC, c.id DESC',
}

/** Filters that leave fewer rows than this are applied as a list of rows, others row by row while the index is read. */
const listedAtMost = 10_000
/** With fewer matches than this, looking at each is cheaper than asking what the filters leave. */
const commonFrom = 30_000

const matching = 'search_index MATCH @expression AND search_index.rowid BETWEEN @first AND @last'
const latest = 'ORDER BY search_index.rowid DESC LIMIT @limit'

/** How to read the matching rows of a kind, in the way that suits how much `wanted` matches and the filters leave. */
export function rowSource(
  db: Readable,
  kind: DocumentKind,
  wanted: string,
  filters: FilterConditions,
): RowSource {
  const [first, last] = rowIdRange(kind)
  const where = filters.where[kind]
  if (where === '') {
    const sql = `SELECT rowid FROM search_index WHERE ${matching} ${latest}`
    return (expression, limit) => rowids(db, sql, { expression, first, last, limit })
  }
  if (!filters.isBroad && countMatches(db, wanted, commonFrom, kind) >= commonFrom) {
    const { from, live, id } = entities[kind]
    const listSql = `SELECT d.rowid FROM ${from} CROSS JOIN search_document d ON d.kind = '${kind}' AND d.entity_id = ${id}
      WHERE ${live} AND ${where} LIMIT @listedAtMost`
    const listed = rowids(db, listSql, { ...filters.values, listedAtMost })
    if (listed.length < listedAtMost) {
      // The plus keeps SQLite from asking the index anew for each row of the list.
      const sql = `SELECT rowid FROM search_index
        WHERE ${matching} AND +search_index.rowid IN (SELECT value FROM json_each(@listed)) ${latest}`
      const list = JSON.stringify(listed)
      return (expression, limit) => rowids(db, sql, { expression, first, last, limit, listed: list })
    }
  }
  const sql = `SELECT search_index.rowid FROM search_index
    CROSS JOIN search_document d ON d.rowid = search_index.rowid ${fromIndex[kind]}
    WHERE ${matching} AND ${where} ${latest}`
  return (expression, limit) => rowids(db, sql, { ...filters.values, expression, first, last, limit })
}

/** The rows of a kind that the filters leave, without any words, the latest first. */
export function latestFiltered(
  db: Readable,
  kind: DocumentKind,
  filters: FilterConditions,
  limit: number,
): number[] {
  const { from, live, id } = entities[kind]
  const where = filters.where[kind] === '' ? live : `${live} AND ${filters.where[kind]}`
  const sql = `SELECT ${id} AS id FROM ${from} WHERE ${where} ORDER BY ${latestEntities[kind]} LIMIT @limit`
  const ids = db.all<{ id: string }>(sql, { ...filters.values, limit }).map((row) => row.id)
  const rows = db.all<{ id: string; rowid: number }>(
    `SELECT d.entity_id AS id, d.rowid FROM json_each(@ids)
     CROSS JOIN search_document d ON d.kind = @kind AND d.entity_id = json_each.value`,
    { ids: JSON.stringify(ids), kind },
  )
  const byId = new Map(rows.map((row) => [row.id, row.rowid]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many rows match, of one kind or of all, counted up to `atMost`; counting takes some 25 ns a row. */
export function countMatches(db: Readable, expression: string, atMost: number, kind?: DocumentKind): number {
  const [first, last] = kind === undefined ? [0, Number.MAX_SAFE_INTEGER] : rowIdRange(kind)
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM search_index WHERE ${matching} LIMIT @atMost)`,
    { expression, first, last, atMost },
  )
  return row?.n ?? 0
}

function rowids(db: Readable, sql: string, values: FilterConditions['values']): number[] {
  return db.all<{ rowid: number }>(sql, values).map((row) => row.rowid)
}
