import type { ScaleTime } from 'd3-scale'
import type { TimelineBin } from '#shared/domain/analysis.ts'
import type { Round } from '#shared/domain/round.ts'
import { addDays, endOf, toDate, toDay, type Unit } from '../analysis/days.ts'
import { spacedTicks } from '../ui/chart/spaced-ticks.ts'
import { formatPartialDate } from '../ui/partial-date.ts'
import { ToneShape } from '../ui/shape-mark.tsx'
import { type Lane, stancesOf } from './timeline-model.ts'
import styles from './timeline-parts.module.css'

export type TimeScale = ScaleTime<number, number>

export const sizes = { label: 190, axis: 46, lane: 50, pad: 6 }

/** Signs are drawn one by one while this many fit above each other, in stretches at least this wide. */
export const signs = { most: 8, narrowest: 8 }

interface RoundsProps {
  rounds: readonly (Round & { fromOn: string })[]
  x: TimeScale
  /** From the top of the drawing. */
  top: number
  bottom: number
  named: boolean
}

/** The rounds as bands behind everything, with their names where there is room. */
export function RoundBands({ rounds, x, top, bottom, named }: RoundsProps) {
  const [left = 0, right = 0] = x.range()
  let free = left
  return rounds
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .map(({ id, name, fromOn, untilOn }) => {
      const from = x(toDate(fromOn))
      const to = Math.max(from + 3, x(toDate(addDays(untilOn ?? fromOn, 1))))
      if (to < left || from > right) return null
      const start = Math.max(from, left)
      const hasRoom = named && start >= free && start + name.length * 5.8 < right + 30
      if (hasRoom) free = start + name.length * 5.8 + 8
      return (
        <g key={id}>
          <rect
            className={styles.round}
            x={start}
            width={Math.min(to, right) - start}
            y={top}
            height={bottom - top}
          />
          {hasRoom && (
            <text className={styles.roundName} x={start} y={top - 5}>
              {name}
            </text>
          )}
        </g>
      )
    })
}

/** The days along the top. */
export function TimeAxis({ x, locale, y }: { x: TimeScale; locale: string; y: number }) {
  const [left = 0, right = 0] = x.range()
  const ticks = spacedTicks(x, 92)
  const wholeMonths = ticks.every((tick) => tick.getUTCDate() === 1)
  return (
    <g>
      {ticks
        .filter((tick) => x(tick) < right - 62)
        .map((tick) => (
          <g key={tick.getTime()}>
            <path className={styles.tick} d={`M${x(tick)} ${y - 4} v4`} />
            <text className={styles.day} x={x(tick)} y={y - 8}>
              {formatPartialDate(wholeMonths ? toDay(tick).slice(0, 7) : toDay(tick), locale, 'short')}
            </text>
          </g>
        ))}
      <path className={styles.tick} d={`M${left} ${y} H${right}`} />
    </g>
  )
}

interface LaneProps {
  lane: Lane
  x: TimeScale
  y: number
  unit: Unit
  /** The most said in any stretch, and the most of it on one side. */
  most: number
  mostOnSide: number
  /** The stretch that has the cursor, and the one that is open. */
  active: string | null
  open: string | null
}

/** One lane: a sign a statement where few were said, else bars as tall as much was said, stance by stance. */
export function LaneMarks({ lane, x, y, unit, most, mostOnSide, active, open }: LaneProps) {
  const base = y + sizes.lane - sizes.pad
  const room = sizes.lane - 2 * sizes.pad
  const [, right = 0] = x.range()
  return (
    <g>
      <text className={styles.lane} x={sizes.label - 14} y={base - room / 2 + 4} textAnchor="end">
        {lane.name.length > 27 ? `${lane.name.slice(0, 26)}…` : lane.name}
      </text>
      <path className={styles.rule} d={`M0 ${y + sizes.lane - 0.5} H${right}`} />
      {lane.bins.map((bin) => {
        const from = x(toDate(bin.start))
        const width = Math.max(2, x(toDate(addDays(endOf(bin.start, unit), 1))) - from - 1)
        return (
          <g key={bin.start} data-bin={`${lane.id} ${bin.start}`} className={styles.bin}>
            <rect
              className={open === bin.start ? styles.open : active === bin.start ? styles.active : styles.hit}
              x={from - 1}
              width={Math.max(width, 8) + 2}
              y={y + 1}
              height={sizes.lane - 3}
              rx={3}
            />
            {most <= signs.most && width >= signs.narrowest ? (
              <Signs bin={bin} x={from + width / 2} base={base} step={Math.min(9, room / most)} />
            ) : (
              <Bar
                bin={bin}
                x={from}
                width={width}
                middle={y + sizes.lane / 2}
                room={room / 2}
                most={mostOnSide}
              />
            )}
          </g>
        )
      })}
    </g>
  )
}

interface SignsProps {
  bin: TimelineBin
  x: number
  base: number
  step: number
}

function Signs({ bin, x, base, step }: SignsProps) {
  return stancesOf(bin).map((stance, index) => (
    <ToneShape
      // biome-ignore lint/suspicious/noArrayIndexKey: equal signs above each other have nothing but their place
      key={index}
      tone={stance}
      x={x}
      y={base - 4 - index * step}
      size={Math.min(8.5, step)}
    />
  ))
}

interface BarProps {
  bin: TimelineBin
  x: number
  width: number
  middle: number
  room: number
  most: number
}

/** Up from the middle what supports, filled, and what does under conditions, in outline; down what opposes, and what takes no side. */
function Bar({ bin: { stances }, x, width, middle, room, most }: BarProps) {
  const tall = (count: number) => (count / most) * room
  const parts = [
    { stance: 'supports', from: middle - tall(stances.supports) },
    { stance: 'conditional', from: middle - tall(stances.supports + stances.conditional) },
    { stance: 'opposes', from: middle },
    { stance: 'neutral', from: middle + tall(stances.opposes) },
  ] as const
  return (
    <>
      <path className={styles.middle} d={`M${x} ${middle} h${width}`} />
      {parts.map(
        ({ stance, from }) =>
          stances[stance] > 0 && (
            <rect
              key={stance}
              className={styles[stance]}
              x={x + 0.5}
              width={Math.max(1, width - 1)}
              y={from + 0.5}
              height={Math.max(1, tall(stances[stance]) - 1)}
            />
          ),
      )}
    </>
  )
}
