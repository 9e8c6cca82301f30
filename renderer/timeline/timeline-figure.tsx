import type { Unit } from '../analysis/days.ts'
import type { TimeSpan } from '../analysis/use-time-span.ts'
import { type Lane, tallest, tallestSide } from './timeline-model.ts'
import { LaneMarks, RoundBands, sizes, TimeAxis, type TimeScale } from './timeline-parts.tsx'
import styles from './timeline-parts.module.css'

interface TimelineFigureProps {
  lanes: readonly Lane[]
  rounds: TimeSpan['rounds']
  unit: Unit
  x: TimeScale
  width: number
  locale: string
  title: string
  subtitle: string
}

/** The whole timeline on one sheet, as it is exported. */
export function TimelineFigure({
  lanes,
  rounds,
  unit,
  x,
  width,
  locale,
  title,
  subtitle,
}: TimelineFigureProps) {
  const head = 70 + sizes.axis
  const bottom = head + lanes.length * sizes.lane
  const most = tallest(lanes)
  const mostOnSide = tallestSide(lanes)
  return (
    <svg viewBox={`0 0 ${width + 20} ${bottom + 20}`} role="img" aria-label={title}>
      <text className={styles.title} x={14} y={34}>
        {title}
      </text>
      <text className={styles.day} x={14} y={54}>
        {subtitle}
      </text>
      <RoundBands rounds={rounds} x={x} top={head - 26} bottom={bottom} named />
      <TimeAxis x={x} locale={locale} y={head} />
      {lanes.map((lane, index) => (
        <LaneMarks
          key={lane.id}
          lane={lane}
          x={x}
          y={head + index * sizes.lane}
          unit={unit}
          most={most}
          mostOnSide={mostOnSide}
          active={null}
          open={null}
        />
      ))}
    </svg>
  )
}
