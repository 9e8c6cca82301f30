/** Without it, spreadsheets read UTF-8 as the code page of the machine. */
export const byteOrderMark = '\ufeff'

/** What a spreadsheet would take for a formula, and run; in East Asia also by its wide signs. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

type Cells = readonly (string | number | null | undefined)[]

/** One row of a file of comma-separated values, with the end of its line. */
export function csvRow(cells: Cells): string {
  return `${csvLine(cells)}\r\n`
}

/**
 * Comma-separated values (RFC 4180), for spreadsheets: text that would be run as a formula has an apostrophe put before it,
 * which spreadsheets do not show.
 */
export function csvLine(cells: Cells): string {
  return cells.map(csvCell).join(',')
}

function csvCell(value: string | number | null | undefined): string {
  if (value == null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
