import type { TFunction } from 'i18next'
import { stances } from '#shared/domain/link.ts'
import { cut } from '../ui/chart/cut.ts'
import { ToneShape } from '../ui/shape-mark.tsx'
import { CellMarks } from './cell-drawing.tsx'
import { RedLine } from './cell-glyph.tsx'
import styles from './matrix-figure.module.css'
import { cellOf, freshnessOf, type MatrixColumn, type MatrixRow, type PositionIndex } from './matrix-model.ts'

interface MatrixFigureProps {
  rows: readonly MatrixRow[]
  columns: readonly MatrixColumn[]
  positions: PositionIndex
  title: string
  subtitle: string
  /** Paper has the title above the figure already. */
  titled?: boolean
  t: TFunction
}

const margin = 24
const topicWidth = 250
const columnWidth = 58
const rowHeight = 26
const headHeight = 200
const inks = [1, 0.62, 0.32, 0] as const

/** The whole matrix on one sheet, as it is exported. */
export function MatrixFigure({
  rows,
  columns,
  positions,
  title,
  subtitle,
  titled = true,
  t,
}: MatrixFigureProps) {
  const width = Math.max(640, margin * 2 + topicWidth + columns.length * columnWidth + 70)
  const bottom = headHeight + rows.length * rowHeight
  const x = (column: number) => margin + topicWidth + column * columnWidth
  return (
    <svg viewBox={`0 0 ${width} ${bottom + 84}`} role="img" aria-label={title}>
      {titled && (
        <>
          <text className={styles.title} x={margin} y={margin + 16}>
            {title}
          </text>
          <text className={styles.words} x={margin} y={margin + 36}>
            {subtitle}
          </text>
        </>
      )}
      {columns.map(({ id, name }, index) => (
        <text
          key={id}
          className={styles.name}
          transform={`translate(${x(index) + columnWidth / 2 + 3} ${headHeight - 8}) rotate(-45)`}
        >
          {cut(name, 150)}
        </text>
      ))}
      {rows.map((row, index) => {
        const y = headHeight + index * rowHeight
        return (
          <g key={row.node.id}>
            <path className={styles.rule} d={`M${margin} ${y} H${x(columns.length)}`} />
            <text
              className={row.hasChildren ? styles.parent : styles.name}
              x={margin + (row.level - 1) * 14}
              y={y + rowHeight / 2 + 4}
            >
              {cut(row.node.name, topicWidth - row.level * 14)}
            </text>
            {columns.map(({ id }, at) => {
              const cell = cellOf(row, id, positions)
              const cx = x(at) + columnWidth / 2
              const position = cell.kind === 'position' ? cell.position : null
              const redLine = position?.redLine ?? (cell.kind === 'sum' && cell.redLine)
              return (
                <g key={id}>
                  {position !== null && (
                    <rect
                      className={styles[position.stance]}
                      x={x(at) + 1}
                      y={y + 1}
                      width={columnWidth - 2}
                      height={rowHeight - 2}
                      rx={3}
                      opacity={inks[freshnessOf(position.age)]}
                    />
                  )}
                  <CellMarks cell={cell} x={cx} y={y + rowHeight / 2} />
                  {redLine && <RedLine x={cx} y={y + rowHeight - 3} width={columnWidth - 14} />}
                </g>
              )
            })}
          </g>
        )
      })}
      <path className={styles.rule} d={`M${margin} ${bottom} H${x(columns.length)}`} />
      {stances.map((stance, index) => (
        <g key={stance} transform={`translate(${margin + index * 110} ${bottom + 30})`}>
          <ToneShape tone={stance} x={6} y={-4} size={11} />
          <text className={styles.words} x={18}>
            {t(`quotes.stance.${stance}`)}
          </text>
        </g>
      ))}
      <g transform={`translate(${margin + 440} ${bottom + 30})`}>
        <RedLine x={10} y={-4} width={20} />
        <text className={styles.words} x={26}>
          {t('matrix.redLine')}
        </text>
      </g>
      <g transform={`translate(${margin} ${bottom + 50})`}>
        <ToneShape tone="supports" weight="light" x={6} y={-4} size={11} />
        <ToneShape tone="supports" weight="bold" x={24} y={-4} size={9} />
        <text className={styles.words} x={38}>
          {t('matrix.legend.strength')}
        </text>
      </g>
    </svg>
  )
}
