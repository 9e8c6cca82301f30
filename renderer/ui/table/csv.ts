import type { TableColumn } from './table-column.ts'

/** What a spreadsheet would take for a formula, and run. */
const formulaStart = /^[=+\-@\t\r]/

/**
 * The rows as comma-separated values after RFC 4180, with a byte order mark, without which spreadsheets take UTF-8 for
 * something else. Text that a spreadsheet would run as a formula has an apostrophe put before it.
 */
export function toCsv<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ label }) => field(label)),
    ...rows.map((row) => columns.map(({ value }) => field(value(row)))),
  ]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function field(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
