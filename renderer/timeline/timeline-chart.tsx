import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineBin } from '#shared/domain/analysis.ts'
import { toDay, type Unit } from '../analysis/days.ts'
import type { TimeSpan } from '../analysis/use-time-span.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import { announce } from '../ui/live-region.tsx'
import { formatPartialDate } from '../ui/partial-date.ts'
import styles from './timeline-chart.module.css'
import { countsOf, type Lane, stepFrom, tallest, tallestSide } from './timeline-model.ts'
import { LaneMarks, RoundBands, sizes, TimeAxis, type TimeScale } from './timeline-parts.tsx'

interface TimelineChartProps {
  lanes: readonly Lane[]
  rounds: TimeSpan['rounds']
  unit: Unit
  x: TimeScale
  width: number
  open: { laneId: string; start: string } | null
  onOpen(laneId: string, start: string): void
  /** Days that were brushed over. */
  onRange(from: string, until: string): void
}

/** Shorter than this a brush is a click. */
const brushAtLeast = 6

/** Lanes under a time axis that stays: walked with the arrow keys, brushed with the pointer. */
export function TimelineChart({ lanes, rounds, unit, x, width, open, onOpen, onRange }: TimelineChartProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const drawing = useRef<SVGSVGElement>(null)
  const [at, setAt] = useState<{ lane: number; bin: number } | null>(null)
  const [brush, setBrush] = useState<{ from: number; to: number } | null>(null)
  const height = lanes.length * sizes.lane + 8
  const most = tallest(lanes)
  const mostOnSide = tallestSide(lanes)
  const binAt = (place: typeof at) => (place === null ? undefined : lanes[place.lane]?.bins[place.bin])
  const inWords = (bin: TimelineBin) =>
    [
      formatPartialDate(bin.start, locale),
      ...countsOf(bin).map(([stance, count]) => `${t(`quotes.stance.${stance}`)} ${count}`),
    ].join(', ')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return
    const bin = binAt(at)
    if (event.key === 'Enter' && bin !== undefined) onOpen(bin.rowId, bin.start)
    else {
      const next = at === null ? { lane: 0, bin: 0 } : stepFrom(lanes, at, event.key)
      const nextBin = binAt(next)
      if (next === null || nextBin === undefined || !event.key.startsWith('Arrow')) return
      setAt(next)
      announce(`${lanes[next.lane]?.name}: ${inWords(nextBin)}`)
      drawing.current
        ?.querySelector(`[data-bin="${nextBin.rowId} ${nextBin.start}"]`)
        ?.scrollIntoView({ block: 'nearest' })
    }
    event.preventDefault()
  }
  const pointOf = (event: PointerEvent) =>
    event.clientX - (drawing.current?.getBoundingClientRect().left ?? 0)
  const release = (event: PointerEvent) => {
    if (brush !== null && Math.abs(brush.to - brush.from) >= brushAtLeast) {
      const [from, to] = [brush.from, brush.to].sort((a, b) => a - b)
      onRange(toDay(x.invert(from ?? 0)), toDay(x.invert(to ?? 0)))
    } else {
      const hit = event.target instanceof Element ? event.target.closest<SVGGElement>('[data-bin]') : null
      const [laneId, start] = hit?.dataset['bin']?.split(' ') ?? []
      if (laneId !== undefined && start !== undefined) onOpen(laneId, start)
    }
    setBrush(null)
  }
  const brushed = brush !== null && Math.abs(brush.to - brush.from) >= brushAtLeast ? brush : null
  return (
    <div className={styles.place}>
      <svg
        className={styles.axis}
        viewBox={`0 0 ${width} ${sizes.axis}`}
        width={width}
        height={sizes.axis}
        aria-hidden="true"
      >
        <RoundBands rounds={rounds} x={x} top={18} bottom={sizes.axis} named />
        <TimeAxis x={x} locale={locale} y={sizes.axis} />
      </svg>
      <svg
        ref={drawing}
        className={styles.lanes}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t('timeline.chart', { count: lanes.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys walk from stretch to stretch, and what they come to is said
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setAt((place) => place ?? { lane: 0, bin: 0 })}
        onBlur={() => setAt(null)}
        onPointerDown={(event) => {
          if (event.button === 0 && pointOf(event) >= sizes.label)
            setBrush({ from: pointOf(event), to: pointOf(event) })
        }}
        onPointerMove={(event) => {
          if (brush !== null) setBrush({ ...brush, to: Math.max(sizes.label, pointOf(event)) })
        }}
        onPointerUp={release}
        onPointerLeave={() => setBrush(null)}
      >
        <RoundBands rounds={rounds} x={x} top={0} bottom={height} named={false} />
        {lanes.map((lane, index) => (
          <LaneMarks
            key={lane.id}
            lane={lane}
            x={x}
            y={index * sizes.lane}
            unit={unit}
            most={most}
            mostOnSide={mostOnSide}
            active={at?.lane === index ? (binAt(at)?.start ?? null) : null}
            open={open?.laneId === lane.id ? open.start : null}
          />
        ))}
        {brushed !== null && (
          <rect
            className={styles.brush}
            x={Math.min(brushed.from, brushed.to)}
            width={Math.abs(brushed.to - brushed.from)}
            y={0}
            height={height}
          />
        )}
      </svg>
    </div>
  )
}
