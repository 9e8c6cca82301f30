import { expect, test } from 'vitest'
import { type Highlight, segmentHighlights } from './highlight-segments.ts'

const highlight = (id: string, start: number, end: number): Highlight => ({ id, start, end, className: id })

test('highlights that do not touch stay whole', () => {
  expect(segmentHighlights([highlight('b', 10, 20), highlight('a', 0, 5)])).toEqual([
    { start: 0, end: 5, ids: ['a'], className: 'a' },
    { start: 10, end: 20, ids: ['b'], className: 'b' },
  ])
})

test('a nested highlight is on top of the one around it, which goes on after it', () => {
  expect(segmentHighlights([highlight('outer', 0, 30), highlight('inner', 10, 20)])).toEqual([
    { start: 0, end: 10, ids: ['outer'], className: 'outer' },
    { start: 10, end: 20, ids: ['outer', 'inner'], className: 'inner' },
    { start: 20, end: 30, ids: ['outer'], className: 'outer' },
  ])
})

test('two that overlap share the stretch they have in common', () => {
  expect(segmentHighlights([highlight('a', 0, 20), highlight('b', 10, 25)])).toEqual([
    { start: 0, end: 10, ids: ['a'], className: 'a' },
    { start: 10, end: 20, ids: ['a', 'b'], className: 'b' },
    { start: 20, end: 25, ids: ['b'], className: 'b' },
  ])
})

test('the same passage marked twice is one stretch that knows both, in a settled order', () => {
  const twice = [highlight('b', 3, 9), highlight('a', 3, 9)]
  expect(segmentHighlights(twice)).toEqual([{ start: 3, end: 9, ids: ['a', 'b'], className: 'b' }])
  expect(segmentHighlights(twice.toReversed())).toEqual(segmentHighlights(twice))
})

test('any set of highlights is covered exactly, without a gap and without an overlap', () => {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  for (let round = 0; round < 200; round++) {
    const highlights = Array.from({ length: 12 }, (_, index) => {
      const start = random(60)
      return highlight(`h${index}`, start, start + random(15))
    })
    const segments = segmentHighlights(highlights)
    for (let offset = 0; offset < 80; offset++) {
      const expected = highlights
        .filter(({ start, end }) => start <= offset && offset < end)
        .map(({ id }) => id)
      const found = segments.filter(({ start, end }) => start <= offset && offset < end)
      expect(found.length).toBeLessThanOrEqual(1)
      expect([...(found[0]?.ids ?? [])].sort()).toEqual(expected.sort())
    }
  }
})
