import type { Position } from '#shared/domain/analysis.ts'
import type { Stance } from '#shared/domain/link.ts'
import { weightOf } from '../quotes/strength.ts'
import { ToneShape } from '../ui/shape-mark.tsx'
import styles from './cell-glyph.module.css'
import { dissent } from './matrix-model.ts'

interface PlaceProps {
  /** The middle of the cell. */
  x: number
  y: number
}

/** How large the sign is drawn: one utterance is small, many are large, and a thousand are not much larger than ten. */
function sizeOf(utterances: number): number {
  return 10 + Math.min(4, Math.log2(Math.max(1, utterances)) * 1.4)
}

/**
 * One position as a sign: shape and colour are the stance, an outline or a line around it how strongly and size how often it
 * was said, a second sign what else was said meanwhile, an arrow where it moved.
 */
export function PositionGlyph({ position, x, y }: PlaceProps & { position: Position }) {
  const weight = weightOf(position.strength)
  const size = sizeOf(position.utterances) * (weight === 'bold' ? 0.86 : 1)
  // The line around a sign takes room beside it.
  const around = weight === 'bold' ? 3 : 0
  const others = position.conflict ? dissent(position).slice(0, 2) : []
  const moved = position.trend === 'towards' || position.trend === 'away'
  const width = size + around * 2 + others.length * 9 + (moved ? 9 : 0)
  const middle = x - width / 2 + around + size / 2
  const end = middle + size / 2 + around
  return (
    <>
      <ToneShape tone={position.stance} weight={weight} x={middle} y={y} size={size} />
      {others.map((stance, index) => (
        <ToneShape key={stance} tone={stance} x={end + 5.5 + index * 9} y={y + 2} size={8} />
      ))}
      {moved && <TrendArrow trend={position.trend} x={end + others.length * 9 + 5.5} y={y} />}
    </>
  )
}

function TrendArrow({ trend, x, y }: PlaceProps & { trend: Position['trend'] }) {
  const up = trend === 'towards'
  return (
    <path
      className={styles.arrow}
      d={up ? 'M-2.6 2.6 L2.6 -2.6 M-1.2 -2.6 H2.6 V1.2' : 'M-2.6 -2.6 L2.6 2.6 M-1.2 2.6 H2.6 V-1.2'}
      transform={`translate(${x} ${y})`}
    />
  )
}

/** More signs than this beside each other are counted instead. */
const signsAtMost = 5

/** What is said below a folded topic: a small sign for each topic, or their number where they are many. */
export function SumGlyph({ stances, x, y }: PlaceProps & { stances: readonly Stance[] }) {
  if (stances.length <= signsAtMost) {
    const step = 8.5
    const start = x - ((stances.length - 1) * step) / 2
    return stances.map((stance, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: equal signs in a row have nothing but their place
      <ToneShape key={index} tone={stance} x={start + index * step} y={y} size={7} />
    ))
  }
  const counts = [...Map.groupBy(stances, (stance) => stance)]
  const step = 19
  const start = x - ((counts.length - 1) * step) / 2
  return counts.map(([stance, { length }], index) => (
    <g key={stance}>
      <ToneShape tone={stance} x={start + index * step - 4.5} y={y} size={7} />
      <text className={styles.count} x={start + index * step + 1} y={y + 3.2}>
        {length}
      </text>
    </g>
  ))
}

/** Nothing was said. */
export function GapGlyph({ x, y }: PlaceProps) {
  return <circle className={styles.gap} cx={x} cy={y} r={1.2} />
}

/** A line that will not be crossed, under the sign. */
export function RedLine({ x, y, width }: PlaceProps & { width: number }) {
  return <path className={styles.redLine} d={`M${x - width / 2} ${y} h${width}`} />
}
