import { cx } from './cx.ts'
import styles from './shape-mark.module.css'

/** The four tones that have a shape of their own, so that colour is never the only sign. */
export type Tone = 'supports' | 'opposes' | 'conditional' | 'neutral'

interface ShapeMarkProps {
  tone: Tone
  /** Pixels. */
  size?: number
  /** What it means; without it the mark is decoration beside the word. */
  label?: string
  className?: string
}

/** The sign of a tone: a triangle up, a triangle down, a half-filled diamond, a ring. */
export function ShapeMark({ tone, size = 12, label, className }: ShapeMarkProps) {
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
      {shapes[tone]}
    </svg>
  )
}

interface ToneShapeProps {
  tone: Tone
  /** Its middle, in the units of the drawing. */
  x: number
  y: number
  size: number
}

/** The same sign within a drawing. */
export function ToneShape({ tone, x, y, size }: ToneShapeProps) {
  return (
    <g
      transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 12})`}
      className={styles.mark}
      data-tone={tone}
    >
      {shapes[tone]}
    </g>
  )
}

const shapes = {
  supports: <path d="M6 1.5 11 10.2 H1 Z" fill="currentColor" />,
  opposes: <path d="M6 10.5 1 1.8 H11 Z" fill="currentColor" />,
  conditional: (
    <>
      <path d="M6 1 11 6 6 11 1 6Z" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 1 V11 L1 6Z" fill="currentColor" />
    </>
  ),
  neutral: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
}
