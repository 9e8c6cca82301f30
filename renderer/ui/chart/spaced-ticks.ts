import type { ScaleTime } from 'd3-scale'

/** Days to mark on a time axis, so far apart (in the units of the drawing) that their words do not run into each other. */
export function spacedTicks(x: ScaleTime<number, number>, gap: number): Date[] {
  const [left = 0, right = 0] = x.range()
  let free = Number.NEGATIVE_INFINITY
  return x.ticks(Math.max(2, Math.floor((right - left) / gap))).filter((tick) => {
    const isFree = x(tick) >= free
    if (isFree) free = x(tick) + gap
    return isFree
  })
}
