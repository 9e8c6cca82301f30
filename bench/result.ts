import type { Timing } from './measure.ts'

/** One line of the table. */
export interface Result {
  /** What the user waits for. */
  wait: string
  /** What exactly was measured. */
  what: string
  timing: Timing
  /** A bare piece of work of the same size, measured in the same run. */
  yardstick?: { name: string; timing: Timing }
}

/** Figures that are no times: how many a second, how long nothing else could happen. */
export interface Figure {
  wait: string
  what: string
  value: string
}

export type Report = (line: Result | Figure) => void

export function isFigure(line: Result | Figure): line is Figure {
  return 'value' in line
}

/** Milliseconds to read at a glance: three digits that count. */
export function milliseconds(value: number): string {
  if (value >= 100) return `${Math.round(value)}`
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export function ratio({ timing, yardstick }: Result): string {
  if (yardstick === undefined || yardstick.timing.p50 === 0) return ''
  const times = timing.p50 / yardstick.timing.p50
  return `× ${times >= 10 ? Math.round(times) : times.toFixed(times >= 1 ? 1 : 2)}`
}
