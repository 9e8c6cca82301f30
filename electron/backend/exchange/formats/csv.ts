/**
 * One row of a CSV file (RFC 4180), for spreadsheets: a cell that a spreadsheet would run as a formula is given an
 * apostrophe in front, which spreadsheets do not show.
 */
export function csvRow(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Without it, spreadsheets read UTF-8 as the code page of the machine. */
export const byteOrderMark = '\ufeff'

function csvCell(value: string | number | boolean | null | undefined): string {
  if (value == null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
