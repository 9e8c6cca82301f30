import { unreadable } from './chosen-file.ts'

/** A row by the names of its columns; empty where the row is too short or there is no such column. */
export interface TableRow {
  get(...names: string[]): string
}

export interface Table {
  /** As `columnName` writes them. */
  columns: ReadonlySet<string>
  rows: TableRow[]
}

const mostColumns = 1000
const mostRows = 2_000_000
const separators = [',', ';', '\t'] as const

/** The name of a column in one way of writing: `Highlighted at`, `highlighted_at` and `HighlightedAt` are one. */
export function columnName(written: string): string {
  return written.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * A table in comma-separated values (RFC 4180), or with semicolons or tabs, its first line the names of the columns. A quotation
 * mark inside a value that does not begin with one is a letter like any other.
 *
 * @throws AppError `import-unreadable` where a quotation mark is never closed, or there are more than 1,000 columns
 */
export function readTable(text: string): Table {
  const [header = [], ...rows] = readRows(text, separatorOf(text))
  const places = new Map<string, number>()
  header.forEach((name, place) => {
    if (!places.has(columnName(name))) places.set(columnName(name), place)
  })
  const asked = new Map<string, number>()
  const placeOf = (written: string) => {
    const known = asked.get(written)
    if (known !== undefined) return known
    const place = places.get(columnName(written)) ?? -1
    asked.set(written, place)
    return place
  }
  return {
    columns: new Set(places.keys()),
    rows: rows
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map((cells) => ({
        get: (...names) => {
          for (const name of names) {
            const cell = (cells[placeOf(name)] ?? '').trim()
            if (cell !== '') return cell
          }
          return ''
        },
      })),
  }
}

/** The names of the columns at the head of a table, of which no more may be there than the head; empty where it is none. */
export function columnsAtHead(head: string): ReadonlySet<string> {
  const line = /^[^\n]*/.exec(head)?.[0] ?? ''
  try {
    const [header = []] = readRows(line, separatorOf(line))
    return new Set(header.map(columnName))
  } catch {
    return new Set()
  }
}

/** The separator that stands most often in the first line, outside quotation marks. */
function separatorOf(text: string): string {
  const line = (/^[^\n]*/.exec(text)?.[0] ?? '').slice(0, 100_000).replaceAll(/"[^"]*"/g, '')
  const counts = separators.map((separator) => line.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, end } =
      text[at] === '"' ? quoted(text, at, separator, rows.length) : bare(text, at, separator)
    if (cells.push(cell) > mostColumns) throw unreadable('This table has more than 1,000 columns.')
    at = end + 1
    if (text[end] === separator && at < text.length) continue
    if (text[end] === separator) cells.push('')
    if (rows.push(cells) > mostRows) throw unreadable('This table has more than two million rows.')
    cells = []
  }
  return rows
}

interface Cell {
  cell: string
  /** Of the separator or line feed after it, or of the end of the text. */
  end: number
}

function bare(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return { cell: text.slice(start, end), end }
}

function quoted(text: string, start: number, separator: string, row: number): Cell {
  const pieces: string[] = []
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0)
      throw unreadable(`A quotation mark opens in row ${row + 1} of the table and is never closed.`)
    pieces.push(text.slice(at, close))
    if (text[close + 1] !== '"') {
      // What some programs write after the closing mark is part of the value.
      const rest = bare(text, close + 1, separator)
      return { cell: pieces.join('') + rest.cell.trim(), end: rest.end }
    }
    pieces.push('"')
    at = close + 2
  }
}
