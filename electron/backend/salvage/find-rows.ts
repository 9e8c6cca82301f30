import type { SqlValue } from '../store/connection.ts'
import type { PageSource } from './page-source.ts'
import { rowOf, type TableShape } from './table-shapes.ts'
import { looseCells, markFreePages, type Survey, walkTree } from './walk-tree.ts'

export type Finding =
  | { kind: 'row'; table: TableShape; row: Record<string, SqlValue>; isLoose: boolean }
  /** A row of this key was in the table, says an index. */
  | { kind: 'key'; table: TableShape; key: string }

interface Root {
  type: string
  name: string
  page: number
}

/**
 * Everything that can be read of the tables: rows by the tree of their table, then keys by their indexes, then, where
 * something was damaged, rows in pages that no tree leads to any more. `survey` tells afterwards what could not be read.
 */
export function* findRows(
  source: PageSource,
  tables: readonly TableShape[],
  survey: Survey,
): Generator<Finding> {
  const roots = [...walkTree(source, 1, 'table', survey)].flatMap(({ record }) => rootOf(record))
  const rootPage = (type: string, name: string) =>
    roots.find((root) => root.type === type && root.name === name)?.page
  markFreePages(source, survey)
  for (const table of tables) {
    const page = rootPage('table', table.name)
    if (page === undefined) survey.damagedPages++
    else yield* rowsOfTable(source, table, page, survey)
  }
  for (const table of tables) {
    const page = rootPage('index', table.keyIndex)
    if (page === undefined) continue
    for (const { record } of walkTree(source, page, 'index', survey)) {
      if (typeof record[0] === 'string') yield { kind: 'key', table, key: record[0] }
    }
  }
  if (survey.damagedPages + survey.unreadableCells === 0) return
  markOtherTrees(source, roots, survey)
  for (const { rowid, record } of looseCells(source, survey)) {
    const found = likeliest(tables, rowid, record)
    if (found !== null) yield { kind: 'row', ...found, isLoose: true }
  }
}

function* rowsOfTable(
  source: PageSource,
  table: TableShape,
  page: number,
  survey: Survey,
): Generator<Finding> {
  const tree = walkTree(source, page, table.hasRowid ? 'table' : 'index', survey)
  for (const { rowid, record } of tree) {
    const row = rowOf(table, rowid, record)
    if (row === null) survey.unreadableCells++
    else yield { kind: 'row', table, row, isLoose: false }
  }
}

/** The table a record fits, first of all one with as many columns; null for none. */
function likeliest(
  tables: readonly TableShape[],
  rowid: number,
  record: readonly SqlValue[],
): { table: TableShape; row: Record<string, SqlValue> } | null {
  const distance = (table: TableShape) => Math.abs(table.columns.length - record.length)
  const candidates = tables.filter((table) => table.hasRowid).sort((a, b) => distance(a) - distance(b))
  for (const table of candidates) {
    const row = rowOf(table, rowid, record)
    if (row !== null) return { table, row }
  }
  return null
}

/** So that what belongs to the tables that are not saved is not taken for lost rows. */
function markOtherTrees(source: PageSource, roots: readonly Root[], survey: Survey): void {
  const unsaved: Survey = { seen: survey.seen, damagedPages: 0, unreadableCells: 0 }
  for (const { type, page } of roots) {
    for (const _ of walkTree(source, page, type === 'index' ? 'index' : 'table', unsaved));
  }
}

function rootOf([type, name, , page]: readonly SqlValue[]): Root[] {
  if (typeof type !== 'string' || typeof name !== 'string' || typeof page !== 'number') return []
  return page > 0 ? [{ type, name, page }] : []
}
