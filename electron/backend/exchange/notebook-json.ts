import type { ExportReport } from '#shared/domain/exchange.ts'
import { type TableShape, tableShapes } from '../salvage/table-shapes.ts'
import type { Readable, SqlValue } from '../store/connection.ts'
import { derivedColumns } from '../store/derived-columns.ts'
import { newestVersion } from '../store/migrations/index.ts'
import type { Output } from './output.ts'

/** What the first line of a complete export says. */
export const jsonFormat = 'aide-memoire-notebook'
export const jsonVersion = 1

/** The tables of a notebook that are truth, with the columns that are: what follows from others is left out. */
export function truthTables(version: number): TableShape[] {
  return tableShapes(version).map((table) => {
    const derived: readonly string[] =
      table.name === 'notebook' ? ['quote_count'] : (derivedColumns[table.name as 'article'] ?? [])
    return { ...table, columns: table.columns.filter(({ name }) => !derived.includes(name)) }
  })
}

/**
 * The whole notebook as JSON Lines, the trash included: a line that says what this is, a line a row under the name of its table,
 * a line with the number of rows. Blobs are base64. The same notebook always gives the same bytes. Left out is what is
 * made from the rest: the search index, the history for undo.
 *
 * @param db a connection on which nothing changes meanwhile
 */
export function writeNotebookJson(
  db: Readable,
  output: Output,
  onProgress: (done: number, total: number) => void,
): Pick<ExportReport, 'articles' | 'quotes'> {
  const tables = truthTables(newestVersion)
  const counts = new Map(tables.map(({ name }) => [name, countRows(db, name)]))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  output.write(line({ format: jsonFormat, version: jsonVersion, schema: newestVersion }))
  let done = 0
  for (const { name, columns, hasRowid, key } of tables) {
    const names = columns.map((column) => column.name)
    const order = hasRowid ? key : names.slice(0, 2).join(', ')
    const rows = db.iterate<Record<string, SqlValue>>(
      `SELECT ${names.join(', ')} FROM ${name} ORDER BY ${order}`,
    )
    for (const row of rows) {
      output.write(line({ [name]: plainRow(row) }))
      if (++done % 1000 === 0) onProgress(done, total)
    }
  }
  output.write(line({ rows: done }))
  onProgress(done, total)
  return { articles: counts.get('article') ?? 0, quotes: counts.get('quote') ?? 0 }
}

function plainRow(row: Record<string, SqlValue>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  )
}

function countRows(db: Readable, table: string): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}
