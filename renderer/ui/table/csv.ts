import { byteOrderMark, csvRow } from '#shared/util/csv.ts'
import type { TableColumn } from './table-column.ts'

/** The rows of a table as a file of comma-separated values. */
export function toCsv<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    csvRow(columns.map(({ label }) => label)),
    ...rows.map((row) => csvRow(columns.map(({ value }) => value(row)))),
  ]
  return byteOrderMark + lines.join('')
}
