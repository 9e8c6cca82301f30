import type { Segment } from './segment.ts'

/** The narrowest gutter between columns, in ems. */
const narrowest = 0.8
/** How many of the segments may stand across a gutter: headings and pictures' captions do. */
const acrossAtMost = 0.3
const leastInColumn = 4

/**
 * The segments of a page in reading order: down each column, the left one first; what stands across the columns (a
 * heading) ends those above it and comes before those below it.
 */
export function orderColumns(segments: readonly Segment[]): Segment[][] {
  const gutter = findGutter(segments)
  if (gutter === undefined) return segments.length === 0 ? [] : [topDown(segments)]
  const isAcross = (one: Segment) => one.left < gutter && one.right > gutter
  const columns: Segment[][] = []
  let band: Segment[] = []
  const closeBand = () => {
    columns.push(...orderColumns(band.filter((one) => one.right <= gutter)))
    columns.push(...orderColumns(band.filter((one) => one.left >= gutter)))
    band = []
  }
  for (const one of topDown(segments)) {
    if (!isAcross(one)) {
      band.push(one)
      continue
    }
    if (band.length > 0) closeBand()
    const last = columns.at(-1)
    if (last?.some(isAcross)) last.push(one)
    else columns.push([one])
  }
  closeBand()
  return columns
}

function topDown(segments: readonly Segment[]): Segment[] {
  return segments.toSorted((a, b) => (Math.abs(a.y - b.y) < a.size * 0.3 ? a.left - b.left : a.y - b.y))
}

/** Where a blank stretch from top to bottom parts the page in two columns, each of several lines. */
function findGutter(segments: readonly Segment[]): number | undefined {
  if (segments.length < leastInColumn * 2) return undefined
  const em = median(segments.map(({ size }) => size))
  const [start, end] = [
    Math.min(...segments.map((one) => one.left)),
    Math.max(...segments.map((one) => one.right)),
  ]
  const edges = segments.flatMap(({ right }) => [right + 0.01]).filter((x) => x > start && x < end)
  let best: { x: number; across: number; width: number } | undefined
  for (const from of new Set(edges)) {
    const across = segments.filter((one) => one.left < from && one.right > from).length
    if (across > segments.length * acrossAtMost) continue
    const next = Math.min(...segments.filter((one) => one.left >= from).map((one) => one.left))
    const width = next - from
    if (width < em * narrowest) continue
    const x = from + width / 2
    const [before, after] = [
      segments.filter((one) => one.right <= x),
      segments.filter((one) => one.left >= x),
    ]
    if (!isColumn(before) || !isColumn(after) || !standBeside(before, after)) continue
    if (best === undefined || across < best.across || (across === best.across && width > best.width))
      best = { x, across, width }
  }
  return best?.x
}

/** Lines of prose, not the figures of a table or the bullets of a list. */
function isColumn(segments: readonly Segment[]): boolean {
  if (segments.length < leastInColumn) return false
  return median(segments.map(({ text }) => text.length)) >= 12
}

/** Two columns stand at the same height, at least for a good part of the shorter one. */
function standBeside(one: readonly Segment[], other: readonly Segment[]): boolean {
  const span = (segments: readonly Segment[]) => [
    Math.min(...segments.map(({ y }) => y)),
    Math.max(...segments.map(({ y }) => y)),
  ]
  const [top = 0, bottom = 0] = span(one)
  const [otherTop = 0, otherBottom = 0] = span(other)
  const shared = Math.min(bottom, otherBottom) - Math.max(top, otherTop)
  return shared > Math.min(bottom - top, otherBottom - otherTop) * 0.4
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
