import { GapGlyph, PositionGlyph, RedLine, SumGlyph } from './cell-glyph.tsx'
import styles from './matrix-grid.module.css'
import type { MatrixCell } from './matrix-model.ts'

const height = 28

/** A cell as it is drawn in the grid: the sign in the middle, and how often it was said at its shoulder. */
export function CellDrawing({ cell, width }: { cell: MatrixCell; width: number }) {
  if (cell.kind === 'heading') return null
  const x = width / 2 - 1
  const y = height / 2 - 0.5
  const count = cell.kind === 'position' ? cell.position.utterances : 0
  const redLine = cell.kind === 'position' ? cell.position.redLine : cell.kind === 'sum' && cell.redLine
  return (
    // A new stance is a new drawing, and so is seen to come.
    <svg
      key={cell.kind === 'position' ? cell.position.stance : cell.kind}
      className={styles.drawing}
      viewBox={`0 0 ${width - 2} ${height}`}
      width={width - 2}
      height={height}
      aria-hidden="true"
    >
      <CellMarks cell={cell} x={x} y={y} />
      {redLine && <RedLine x={x} y={height - 2.5} width={width - 14} />}
      {count > 1 && width >= 50 && (
        <text className={styles.count} x={width - 6} y={10}>
          {count}
        </text>
      )}
    </svg>
  )
}

/** The sign of a cell around a point. */
export function CellMarks({ cell, x, y }: { cell: MatrixCell; x: number; y: number }) {
  if (cell.kind === 'position') return <PositionGlyph position={cell.position} x={x} y={y} />
  if (cell.kind === 'sum') return <SumGlyph stances={cell.stances} x={x} y={y} />
  return cell.kind === 'gap' ? <GapGlyph x={x} y={y} /> : null
}
