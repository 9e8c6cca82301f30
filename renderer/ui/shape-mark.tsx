import { cx } from './cx.ts'
import styles from './shape-mark.module.css'
import { type Tone, tonePaths } from './tone-paths.ts'

export type { Tone } from './tone-paths.ts'

/** How much a sign weighs: an outline, the plain sign, or the sign with a line around it. */
export type Weight = 'light' | 'plain' | 'bold'

interface ShapeMarkProps {
  tone: Tone
  weight?: Weight
  /** Pixels. */
  size?: number
  /** What it means; without it the mark is decoration beside the word. */
  label?: string
  className?: string
}

/** The sign of a tone: a triangle up, a triangle down, a half-filled diamond, a ring. */
export function ShapeMark({ tone, weight = 'plain', size = 12, label, className }: ShapeMarkProps) {
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      className={cx(styles.mark, className)}
      data-tone={tone}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <Shape tone={tone} weight={weight} />
    </svg>
  )
}

interface ToneShapeProps {
  tone: Tone
  weight?: Weight
  /** Its middle, in the units of the drawing. */
  x: number
  y: number
  size: number
}

/** The same sign within a drawing. */
export function ToneShape({ tone, weight = 'plain', x, y, size }: ToneShapeProps) {
  return (
    <g
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 12})`}
      className={styles.mark}
      data-tone={tone}
    >
      <Shape tone={tone} weight={weight} />
    </g>
  )
}

function Shape({ tone, weight }: { tone: Tone; weight: Weight }) {
  if (weight === 'light') return outlines[tone]
  if (weight === 'plain') return shapes[tone]
  return (
    <>
      {shapes[tone]}
      {surrounds[tone]}
    </>
  )
}

const shapes = {
  supports: drawn('supports'),
  opposes: drawn('opposes'),
  conditional: drawn('conditional'),
  neutral: drawn('neutral'),
}

function drawn(tone: Tone) {
  return tonePaths[tone].map(({ d, line }) =>
    line === undefined ? (
      <path key={d} d={d} fill="currentColor" />
    ) : (
      <path key={d} d={d} fill="none" stroke="currentColor" strokeWidth={line} />
    ),
  )
}

/** A line of this width, with nothing in it. */
const thin = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.2, strokeLinejoin: 'round' } as const

const outlines = {
  supports: <path d="M6 2.4 10.2 9.7 H1.8 Z" {...thin} />,
  opposes: <path d="M6 9.6 1.8 2.3 H10.2 Z" {...thin} />,
  conditional: <path d="M6 1 11 6 6 11 1 6Z" {...thin} strokeDasharray="2.4 1.4" />,
  neutral: <circle cx="6" cy="6" r="4" {...thin} strokeDasharray="2.4 1.4" />,
}

const surrounds = {
  supports: <path d="M6 -2.4 14.3 12.1 H-2.3 Z" {...thin} />,
  opposes: <path d="M6 14.4 -2.3 -0.1 H14.3 Z" {...thin} />,
  conditional: <path d="M6 -2.4 14.4 6 6 14.4 -2.4 6Z" {...thin} />,
  neutral: <circle cx="6" cy="6" r="7.2" {...thin} />,
}
