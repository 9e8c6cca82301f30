import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { topicColour } from '../quotes/topic-colour.ts'
import { cx } from '../ui/cx.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { CellDrawing } from './cell-drawing.tsx'
import { describeCell } from './describe-cell.ts'
import styles from './matrix-grid.module.css'
import { cellOf, freshnessOf, type MatrixColumn, type MatrixRow, type PositionIndex } from './matrix-model.ts'

interface GridRowProps {
  row: MatrixRow
  index: number
  columns: readonly MatrixColumn[]
  positions: PositionIndex
  width: number
  /** The column that has the tab stop, where the row has it. */
  focused: number | null
  openColumn: string | null
  onCell(row: number, column: number): void
}

/** One topic: its name in the tree, and where everybody stands on it. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, columns, positions, width, focused, openColumn, onCell } = props
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { node, level, hasChildren, isExpanded } = row
  return (
    <tr
      aria-level={level}
      aria-expanded={hasChildren ? isExpanded : undefined}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      className={cx(styles.row, hasChildren && styles.parent)}
    >
      <th
        scope="row"
        className={styles.topic}
        tabIndex={focused === 0 ? 0 : -1}
        data-row={index}
        data-column={0}
        data-level={Math.min(level, 5)}
        onFocus={() => onCell(index, 0)}
        title={node.name}
      >
        <span className={styles.topicName}>
          {hasChildren ? (
            <ChevronRight className={styles.chevron} data-open={isExpanded || undefined} />
          ) : (
            <span className={cx(styles.dot, topicColour(node.colour))} />
          )}
          <bdi>{node.name}</bdi>
        </span>
      </th>
      {columns.map(({ id, name }, at) => {
        const cell = cellOf(row, id, positions)
        return (
          <td
            key={id}
            className={styles.cell}
            tabIndex={focused === at + 1 ? 0 : -1}
            data-row={index}
            data-column={at + 1}
            data-kind={cell.kind}
            data-tone={cell.kind === 'position' ? cell.position.stance : undefined}
            data-fresh={cell.kind === 'position' ? freshnessOf(cell.position.age) : undefined}
            aria-current={openColumn === id || undefined}
            aria-label={`${name}: ${describeCell(t, locale, cell) || t('matrix.cell.heading')}`}
            onFocus={() => onCell(index, at + 1)}
          >
            <CellDrawing cell={cell} width={width} />
          </td>
        )
      })}
    </tr>
  )
})
