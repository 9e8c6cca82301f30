import type { FrozenBin, FrozenTimeline } from '../domain/frozen-view.ts'
import type { Stance } from '../domain/link.ts'

/** A piece of a drawing, in its units; what it is painted with is for each place that shows it to say. */
export type Piece =
  | { kind: 'area'; role: 'round' | Stance; x: number; y: number; width: number; height: number }
  | { kind: 'line'; role: 'rule' | 'tick'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'words'; role: 'lane' | 'day' | 'round'; x: number; y: number; end: boolean; words: string }

export interface Drawing {
  width: number
  height: number
  pieces: Piece[]
  /** Where each stretch of each lane stands, by their places in the timeline. */
  places: { lane: number; bin: number; x: number; y: number; width: number; height: number }[]
}

const sizes = { width: 720, label: 164, head: 34, lane: 26, pad: 4, end: 10, step: 5, tallest: 40 }
const msADay = 86_400_000

/**
 * A frozen timeline, lane below lane: up from the middle of a lane what supports, and above it in outline what does under
 * conditions; down what opposes, and below it in outline what takes no side.
 *
 * @param dayWords a month or a day in short words
 */
export function timelineDrawing(
  { lanes, rounds, unit }: FrozenTimeline,
  dayWords: (day: string) => string,
): Drawing {
  const most = Math.max(1, ...lanes.flatMap(({ bins }) => bins.flatMap((bin) => [upOf(bin), downOf(bin)])))
  const step = Math.min(sizes.step, sizes.tallest / most)
  const rows = rowsOf(lanes, step)
  const bottom = rows.at(-1)?.bottom ?? sizes.head
  const height = bottom + 2
  const starts = lanes.flatMap(({ bins }) => bins.map(({ start }) => start)).sort()
  const first = starts[0] ?? '2000-01-01'
  const last = endOf(starts.at(-1) ?? first, unit)
  const from = dayNumber(first)
  const scale = (sizes.width - sizes.label - sizes.end) / Math.max(1, dayNumber(last) - from)
  const x = (day: string) => sizes.label + (dayNumber(day) - from) * scale
  const pieces: Piece[] = []
  const places: Drawing['places'] = []
  let free = sizes.label
  for (const { name, fromOn, untilOn } of rounds) {
    const left = Math.max(sizes.label, x(fromOn))
    const right = Math.min(sizes.width - sizes.end, Math.max(left + 3, x(endOf(untilOn ?? fromOn, 'day'))))
    if (right <= left) continue
    const y = sizes.head - 14
    pieces.push({ kind: 'area', role: 'round', x: left, y, width: right - left, height: height - y - 2 })
    const words = short(name, 24)
    if (left < free || left + words.length * 5 > sizes.width) continue
    free = left + words.length * 5 + 8
    pieces.push({ kind: 'words', role: 'round', x: left, y: sizes.head - 5, end: false, words })
  }
  let clear = sizes.label
  for (const day of ticks(first, last, unit)) {
    const at = x(day)
    if (at < clear || at > sizes.width - 44) continue
    clear = at + 72
    pieces.push({ kind: 'line', role: 'tick', x1: at, y1: 4, x2: at, y2: 14 })
    pieces.push({ kind: 'words', role: 'day', x: at + 4, y: 13, end: false, words: dayWords(day) })
  }
  lanes.forEach(({ name, bins }, index) => {
    const { top = sizes.head, bottom: end = sizes.head, middle = sizes.head } = rows[index] ?? {}
    const [left, right] = [0, sizes.width - sizes.end]
    pieces.push({ kind: 'line', role: 'rule', x1: left, y1: top, x2: right, y2: top })
    const words = short(name, 24)
    pieces.push({
      kind: 'words',
      role: 'lane',
      x: sizes.label - 10,
      y: (top + end) / 2 + 4,
      end: true,
      words,
    })
    for (const [at, bin] of bins.entries()) {
      const start = x(bin.start)
      const width = Math.min(26, Math.max(2.5, x(endOf(bin.start, unit)) - start - 1))
      pieces.push(...barOf(bin, start, width, middle, step))
      const wide = Math.max(width, 8)
      places.push({ lane: index, bin: at, x: start, y: top + 1, width: wide, height: end - top - 2 })
    }
  })
  pieces.push({ kind: 'line', role: 'rule', x1: 0, y1: bottom, x2: sizes.width - sizes.end, y2: bottom })
  return { width: sizes.width, height, pieces, places }
}

function barOf({ stances }: FrozenBin, x: number, width: number, middle: number, step: number): Piece[] {
  const parts = [
    ['supports', middle - stances.supports * step],
    ['conditional', middle - (stances.supports + stances.conditional) * step],
    ['opposes', middle],
    ['neutral', middle + stances.opposes * step],
  ] as const
  return parts.flatMap(([role, y]): Piece[] =>
    stances[role] === 0
      ? []
      : [
          {
            kind: 'area',
            role,
            x: x + 0.5,
            y: y + 0.5,
            width: Math.max(1.5, width - 1),
            height: Math.max(1.5, stances[role] * step - 1),
          },
        ],
  )
}

/** A lane is as tall as what it has on both sides of its middle. */
function rowsOf(lanes: FrozenTimeline['lanes'], step: number) {
  let top = sizes.head
  return lanes.map(({ bins }) => {
    const up = Math.max(...bins.map(upOf)) * step
    const down = Math.max(...bins.map(downOf)) * step
    const height = Math.max(sizes.lane, up + down + 2 * sizes.pad)
    const row = { top, middle: top + (height + up - down) / 2, bottom: top + height }
    top += height
    return row
  })
}

function upOf({ stances: { supports, conditional } }: FrozenBin): number {
  return supports + conditional
}

function downOf({ stances: { opposes, neutral } }: FrozenBin): number {
  return opposes + neutral
}

function short(name: string, most: number): string {
  const letters = [...name]
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`
}

function dayNumber(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return Math.floor(Date.UTC(year, month - 1, date) / msADay)
}

/** The day after the stretch that begins on a day. */
function endOf(day: string, unit: FrozenTimeline['unit']): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const next = {
    day: [year, month - 1, date + 1],
    week: [year, month - 1, date + 7],
    month: [year, month, 1],
    year: [year + 1, 0, 1],
  } as const
  const [toYear, toMonth, toDate] = next[unit]
  return new Date(Date.UTC(toYear, toMonth, toDate)).toISOString().slice(0, 10)
}

/** Where the axis may be marked: the beginnings of stretches of one length. */
function ticks(first: string, last: string, unit: FrozenTimeline['unit']): string[] {
  const found: string[] = []
  for (let day = first; day < last && found.length < 2000; day = endOf(day, unit)) found.push(day)
  return found
}
