import type { ReactNode } from 'react'

/** One column of a table, said once for the screen and for the file. */
export interface TableColumn<Row> {
  id: string
  label: string
  /** What it is sorted by and written to a file as; null where nothing is known. */
  value(row: Row): string | number | null
  /** It is a day, `2026-03-05`, and is shown as one. */
  isDay?: boolean
  /** How it shows, where that is more than its value. */
  render?(row: Row): ReactNode
}

/** The rows by one column; what is not known comes last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  { value }: TableColumn<Row>,
  descending: boolean,
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true })
  const sign = descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: value(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key)
      return sign * collator.compare(String(a.key), String(b.key))
    })
    .map(({ row }) => row)
}
