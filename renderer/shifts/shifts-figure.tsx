import { extent } from 'd3-array'
import { scaleUtc } from 'd3-scale'
import type { Shift } from '#shared/domain/analysis.ts'
import { addDays, toDate, toDay } from '../analysis/days.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import { ToneShape } from '../ui/shape-mark.tsx'
import styles from './shifts-figure.module.css'
import { keyOfShift } from './shifts-table.ts'

interface ShiftsFigureProps {
  shifts: readonly Shift[]
  names: NotebookNames
  title: string
  subtitle: string
  locale: string
}

const margin = 24
const labels = 360
const width = 1100
const rowHeight = 22
const head = 84

/** Every turn as a line from the day of the one stance to the day of the other, as it is exported. */
export function ShiftsFigure({ shifts, names, title, subtitle, locale }: ShiftsFigureProps) {
  const [first = '2000-01-01', last = '2000-01-02'] = extent(
    shifts.flatMap(({ before, after }) => [before.day, after.day]),
  )
  const x = scaleUtc([toDate(addDays(first, -3)), toDate(addDays(last, 3))], [labels, width - margin])
  const bottom = head + shifts.length * rowHeight
  return (
    <svg viewBox={`0 0 ${width} ${bottom + margin}`} role="img" aria-label={title}>
      <text className={styles.title} x={margin} y={margin + 14}>
        {title}
      </text>
      <text className={styles.words} x={margin} y={margin + 34}>
        {subtitle}
      </text>
      {x.ticks(6).map((tick) => (
        <g key={tick.getTime()}>
          <path className={styles.rule} d={`M${x(tick)} ${head - 8} V${bottom}`} />
          <text className={styles.words} x={x(tick)} y={head - 14} textAnchor="middle">
            {formatPartialDate(toDay(tick), locale, 'short')}
          </text>
        </g>
      ))}
      {shifts.map((shift, index) => {
        const y = head + index * rowHeight + rowHeight / 2
        const from = x(toDate(shift.before.day))
        const to = x(toDate(shift.after.day))
        const name = `${names.actor(shift.actorId)?.name ?? ''} · ${names.topic(shift.topicId)?.name ?? ''}`
        return (
          <g key={keyOfShift(shift)}>
            <text className={styles.name} x={margin} y={y + 4}>
              {name.length > 54 ? `${name.slice(0, 53)}…` : name}
            </text>
            <path className={shift.kind === 'shift' ? styles.way : styles.clash} d={`M${from} ${y} H${to}`} />
            <ToneShape tone={shift.before.stance} x={from} y={y} size={10} />
            <ToneShape tone={shift.after.stance} x={to} y={y} size={10} />
          </g>
        )
      })}
    </svg>
  )
}
