import { expect, test } from 'vitest'
import { keyTimes, type TraceEvent } from './key-times.ts'

const event = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts,
  dur,
  ...more,
})
const key = (ts: number, dur: number) =>
  event('EventDispatch', ts, dur, { args: { data: { type: 'keydown' } } })

test('the work for a key is that of all tasks from the key to the frame handed over', () => {
  const times = keyTimes([
    event('RunTask', 0, 4000, { tdur: 2000 }),
    key(2000, 1000),
    event('RunTask', 5000, 3000, { tdur: 3000 }),
    event('RunTask', 9000, 2000, { tdur: 1000 }),
    event('Commit', 9500, 500),
    event('RunTask', 12_000, 9000, { tdur: 9000 }),
  ])
  // Half of the task with the key, the whole next one, half of the one with the frame.
  expect(times).toEqual([(1000 + 3000 + 500) / 1000])
})

test('other threads do not count, nor a key whose frame was not traced any more', () => {
  const times = keyTimes([
    key(0, 100),
    event('RunTask', 0, 1000, { tdur: 800 }),
    event('RunTask', 0, 1000, { tdur: 800, tid: 2 }),
    event('Commit', 900, 100),
    event('Commit', 2100, 100, { tid: 2 }),
    key(2000, 100),
  ])
  expect(times).toEqual([0.8])
  expect(keyTimes([event('RunTask', 0, 1000, { tdur: 800 })])).toEqual([])
})
