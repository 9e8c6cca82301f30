import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { DateText } from '../date-text.tsx'
import { useFormatLocale } from '../format-locale.ts'
import styles from './data-table.module.css'
import { sortRows, type TableColumn } from './table-column.ts'

interface DataTableProps<Row> {
  /** What the rows are; said before the table is read. */
  caption: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  keyOf(row: Row): string
}

/** Rows are drawn so many at a time; the rest comes when it is asked for. */
const batch = 500

/** A plain table that sorts by any column: the first column names its row. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const [order, setOrder] = useState<{ id: string; descending: boolean } | null>(null)
  const [limit, setLimit] = useState(batch)
  const sorted = useMemo(() => {
    const column = columns.find(({ id }) => id === order?.id)
    return column === undefined || order === null ? rows : sortRows(rows, column, order.descending, locale)
  }, [columns, rows, order, locale])
  const shown = sorted.slice(0, limit)
  const numeric = columns.map(({ value }) => rows.some((row) => typeof value(row) === 'number'))
  const rest = sorted.length - shown.length
  return (
    // A table wider than its place is scrolled by keys too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus
    <section className={styles.place} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, label }, index) => {
              const isOrder = order?.id === id
              return (
                <th
                  key={id}
                  scope="col"
                  data-numeric={numeric[index] || undefined}
                  aria-sort={isOrder ? (order.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => setOrder({ id, descending: isOrder && !order.descending })}
                  >
                    {label}
                    {isOrder ? order.descending ? <ArrowDown /> : <ArrowUp /> : <ChevronsUpDown />}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ id, value, render }, index) => {
                const known = value(row)
                if (typeof known === 'string' && columns[index]?.isDay)
                  return (
                    <td key={id} className={styles.day}>
                      <DateText short value={known} />
                    </td>
                  )
                const written = typeof known === 'number' ? known.toLocaleString(locale) : known
                const content = render?.(row) ?? <bdi>{written ?? '—'}</bdi>
                return index === 0 ? (
                  <th key={id} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={id} data-numeric={numeric[index] || undefined}>
                    {content}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <div className={styles.more}>
          <Button size="small" onClick={() => setLimit(limit + batch)}>
            {t('ui.table.more', { count: rest })}
          </Button>
        </div>
      )}
    </section>
  )
}
