import { expect, test } from 'vitest'
import { ScaledRange } from './scaled-range.ts'

function rangeOf(total: number, limit = 1000, viewport = 100): ScaledRange {
  const range = new ScaledRange(limit)
  range.resize(total, viewport)
  return range
}

test('a list that fits is scrolled as it is', () => {
  const range = rangeOf(900)
  range.scrolled(333)
  expect([range.height, range.offset, range.shift]).toEqual([900, 333, 0])
})

test('a list past the limit is no taller than the limit, and both its ends are reached', () => {
  const range = rangeOf(1_000_000)
  expect(range.height).toBe(1000)
  range.scrolled(900)
  expect(range.offset).toBe(999_900)
  range.scrolled(0)
  expect(range.offset).toBe(0)
})

test('small steps move a tall list by just as many pixels', () => {
  const range = rangeOf(1_000_000)
  range.scrolled(450)
  const before = range.offset
  range.scrolled(480)
  expect(range.offset).toBe(before + 30)
})

test('wherever one goes by steps and jumps, the rows in sight stand in the viewport', () => {
  const range = rangeOf(1_000_000)
  let seed = 5
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  let bar = 0
  for (let round = 0; round < 2000; round++) {
    if (round % 7 === 0) bar = range.moveTo(random(1_000_000))
    else if (round % 11 === 0) bar = range.settle()
    else {
      bar = Math.min(Math.max(bar + random(120) - 60, 0), 900)
      range.scrolled(bar)
    }
    expect(range.offset).toBeGreaterThanOrEqual(0)
    expect(range.offset).toBeLessThanOrEqual(999_900)
    // A row at the top of the content in sight is laid out at the top of the element's part in sight.
    expect(range.offset + range.shift).toBe(bar)
  }
})

test('when scrolling has ended, the bar stands where the content is, which does not move', () => {
  const range = rangeOf(1_000_000)
  range.moveTo(500_000)
  for (let step = 1; step <= 20; step++) range.scrolled(450 + step * 5)
  const shown = range.offset
  const bar = range.settle()
  expect(range.offset).toBe(shown)
  expect(bar).toBe(Math.round((shown / 999_900) * 900))
})

test('a list that grew shorter is not scrolled past its end', () => {
  const range = rangeOf(1_000_000)
  range.moveTo(999_000)
  range.resize(500, 100)
  expect(range.offset).toBeLessThanOrEqual(400)
})
