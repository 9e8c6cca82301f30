import { type CSSProperties, type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSize } from '../ui/use-size.ts'
import { type GridPlace, keyTarget } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import styles from './matrix-grid.module.css'
import { cellOf, type MatrixColumn, type MatrixRow, type PositionIndex } from './matrix-model.ts'

interface MatrixGridProps {
  rows: readonly MatrixRow[]
  columns: readonly MatrixColumn[]
  positions: PositionIndex
  /** The cell whose evidence is shown. */
  open: { columnId: string; topicId: string } | null
  onOpen(columnId: string, topicId: string): void
  onFold(topicId: string, folded: boolean): void
}

/** The names of topics take less where there is little room. */
const topicWidths = { little: 170, usual: 264 }
const littleRoom = 700
const columnWidths = { narrowest: 50, widest: 136 }
/** Names of columns stand upright where they are given less than this. */
const roomForWords = 88

/** Topics by parties: a grid that is walked with the arrow keys, whose headers stay in sight. */
export function MatrixGrid({ rows, columns, positions, open, onOpen, onFold }: MatrixGridProps) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const whole = useSize(place)?.width ?? 0
  const topicWidth = whole < littleRoom ? topicWidths.little : topicWidths.usual
  const room = whole - topicWidth
  const [at, setAt] = useState({ row: 0, column: 0 })
  const [pointed, setPointed] = useState<number | null>(null)
  const width = Math.min(
    columnWidths.widest,
    Math.max(columnWidths.narrowest, Math.floor(room / Math.max(1, columns.length))),
  )
  const upright = width < roomForWords
  const here = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, columns.length) }
  const style = {
    '--column': `${width}px`,
    '--topic': `${topicWidth}px`,
    '--columns': columns.length,
  } as CSSProperties

  const choose = (place: GridPlace) => {
    const row = rows[place.row]
    const column = columns[place.column - 1]
    if (row === undefined) return
    if (column === undefined) {
      if (row.hasChildren) onFold(row.node.id, row.isExpanded)
      return
    }
    const { kind } = cellOf(row, column.id, positions)
    if (kind === 'position' || kind === 'sum') onOpen(column.id, row.node.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[here.row]
    if (row === undefined || event.altKey || event.metaKey) return
    const column = columns[here.column - 1]
    if (event.key === 'Enter' || event.key === ' ') choose(here)
    else if (event.key === 'ArrowRight' && column === undefined && row.hasChildren && !row.isExpanded)
      onFold(row.node.id, false)
    else if (event.key === 'ArrowLeft' && column === undefined && row.isExpanded) onFold(row.node.id, true)
    else {
      const next = keyTarget(event, here, { rows: rows.length, columns: columns.length })
      if (next === null) return
      setAt(next)
      table.current
        ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
        ?.focus()
    }
    event.preventDefault()
  }
  const onCell = useCallback((row: number, column: number) => setAt({ row, column }), [])
  return (
    <div ref={place} className={styles.place}>
      <table
        ref={table}
        className={styles.grid}
        style={style}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML allows a table to be a treegrid, and its rows and cells then are one's
        role="treegrid"
        aria-label={t('matrix.grid')}
        onKeyDown={onKeyDown}
        onClick={({ target }) => {
          const place = placeOf(target)
          if (place !== null) choose(place)
        }}
        onPointerOver={({ target }) => {
          setPointed(placeOf(target)?.column ?? null)
        }}
        onPointerLeave={() => setPointed(null)}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('matrix.topic')}
            </th>
            {columns.map(({ id, name, utterances }, index) => (
              <th
                key={id}
                scope="col"
                className={styles.column}
                data-upright={upright || undefined}
                data-pointed={pointed === index + 1 || undefined}
                data-silent={utterances === 0 || undefined}
                title={name}
              >
                <span className={styles.name}>
                  <bdi>{name}</bdi>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.node.id}
              row={row}
              index={index}
              columns={columns}
              positions={positions}
              width={width}
              focused={here.row === index ? here.column : null}
              openColumn={open?.topicId === row.node.id ? open.columnId : null}
              onCell={onCell}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The place of the cell that something happened in. */
function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}
