/** An event of a trace of Chromium, times in microseconds. */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  /** What the processor worked on it, without what it did for others meanwhile. */
  tdur?: number
  args?: { data?: { type?: string } }
}

/** What tells of tasks, of keys, and of frames handed over to be drawn. */
export const traced = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

/**
 * How long the page's own thread worked for each key, in milliseconds: from the key until what is to be drawn is handed over to those
 * who draw it. Everything is in it that a page can be blamed for, and nothing that other programs did meanwhile.
 */
export function keyTimes(events: readonly TraceEvent[]): number[] {
  const whole = events.filter(({ ph }) => ph === 'X')
  const isKey = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args?.data?.type === 'keydown'
  const first = whole.find(isKey)
  if (first === undefined) return []
  const own = whole
    .filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    .sort((one, other) => one.ts - other.ts)
  const tasks = own.filter(({ name }) => name === 'RunTask')
  const commits = own.filter(({ name }) => name === 'Commit').map(endOf)
  return own.filter(isKey).flatMap((key) => {
    const done = commits.find((end) => end > endOf(key))
    return done === undefined ? [] : workBetween(tasks, key.ts, done) / 1000
  })
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur
}

/** Of a task that is only partly within, the same part of its work. */
function workBetween(tasks: readonly TraceEvent[], from: number, to: number): number {
  return tasks.reduce((sum, task) => {
    const within = Math.min(endOf(task), to) - Math.max(task.ts, from)
    return within <= 0 ? sum : sum + (task.tdur ?? 0) * (within / (task.dur || 1))
  }, 0)
}
