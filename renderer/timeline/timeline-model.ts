import { max, sum } from 'd3-array'
import type { TimelineBin } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { daysBetween, type Unit } from '../analysis/days.ts'

/** What one actor, party or topic said, stretch by stretch. */
export interface Lane {
  id: string
  name: string
  utterances: number
  bins: readonly TimelineBin[]
}

/** The stretches that a span of days is divided into: so many that each still has a few pixels. */
export function unitFor(first: string, last: string): Unit {
  const days = daysBetween(first, last)
  if (days <= 75) return 'day'
  if (days <= 550) return 'week'
  return days <= 4500 ? 'month' : 'year'
}

/** Lanes with the most said first. */
export function lanesOf(bins: readonly TimelineBin[], nameOf: (id: string) => string): Lane[] {
  return Array.from(
    Map.groupBy(bins, ({ rowId }) => rowId),
    ([id, own]) => ({
      id,
      name: nameOf(id),
      utterances: sum(own, ({ utterances }) => utterances),
      bins: own.toSorted((a, b) => (a.start < b.start ? -1 : 1)),
    }),
  ).sort((a, b) => b.utterances - a.utterances || a.name.localeCompare(b.name))
}

/** The stances of a stretch, one after the other from support to opposition. */
export function stancesOf(bin: TimelineBin) {
  const order = ['supports', 'conditional', 'neutral', 'opposes'] as const
  return order.flatMap((stance) => Array.from({ length: bin.stances[stance] }, () => stance))
}

/** The tallest stretch of all lanes: what heights are measured against. */
export function tallest(lanes: readonly Lane[]): number {
  return max(lanes, ({ bins }) => max(bins, ({ utterances }) => utterances)) ?? 1
}

/** The most on one side of a stretch: for it, under conditions or not; or else against it or undecided. */
export function tallestSide(lanes: readonly Lane[]): number {
  const side = ({ stances: { supports, conditional, opposes, neutral } }: TimelineBin) =>
    Math.max(supports + conditional, opposes + neutral)
  return max(lanes, ({ bins }) => max(bins, side)) ?? 1
}

/** How many statements of every stance a stretch has, for words and tables. */
export function countsOf(bin: TimelineBin) {
  return stances.map((stance) => [stance, bin.stances[stance]] as const).filter(([, count]) => count > 0)
}

/** Where an arrow leads from a stretch: along its lane, or to the nearest in time of the lane beside. */
export function stepFrom(
  lanes: readonly Lane[],
  at: { lane: number; bin: number },
  key: string,
): { lane: number; bin: number } | null {
  const along = { ArrowRight: 1, ArrowLeft: -1 }[key]
  const bins = lanes[at.lane]?.bins ?? []
  if (along !== undefined)
    return { lane: at.lane, bin: Math.min(Math.max(at.bin + along, 0), bins.length - 1) }
  const across = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (across === undefined) return null
  const lane = Math.min(Math.max(at.lane + across, 0), lanes.length - 1)
  const start = bins[at.bin]?.start ?? ''
  const distances = (lanes[lane]?.bins ?? []).map((bin) => Math.abs(daysBetween(start, bin.start)))
  return { lane, bin: Math.max(0, distances.indexOf(Math.min(...distances))) }
}
