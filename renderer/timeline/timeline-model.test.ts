import { expect, test } from 'vitest'
import type { TimelineBin } from '#shared/domain/analysis.ts'
import { lanesOf, stancesOf, stepFrom, unitFor } from './timeline-model.ts'

const bin = (rowId: string, start: string, opposes = 1, supports = 0): TimelineBin => ({
  rowId,
  start,
  utterances: opposes + supports,
  stances: { supports, opposes, conditional: 0, neutral: 0 },
})
const lanes = lanesOf([bin('b', '2026-01-05'), bin('a', '2026-03-02', 2, 1), bin('a', '2026-01-12')], (id) =>
  id.toUpperCase(),
)

test('the lane with the most said comes first, its stretches in the order of time', () => {
  expect(lanes.map(({ name, utterances }) => [name, utterances])).toEqual([
    ['A', 4],
    ['B', 1],
  ])
  expect(lanes[0]?.bins.map(({ start }) => start)).toEqual(['2026-01-12', '2026-03-02'])
})

test('a longer time is divided into longer stretches', () => {
  expect(unitFor('2026-01-01', '2026-02-01')).toBe('day')
  expect(unitFor('2026-01-01', '2026-12-01')).toBe('week')
  expect(unitFor('2020-01-01', '2026-12-01')).toBe('month')
  expect(unitFor('1990-01-01', '2026-12-01')).toBe('year')
})

test('a stretch lists its stances from support to opposition', () => {
  expect(stancesOf(bin('a', '2026-01-05', 2, 1))).toEqual(['supports', 'opposes', 'opposes'])
})

test('arrows go along a lane, and to the nearest in time of the lane beside', () => {
  expect(stepFrom(lanes, { lane: 0, bin: 0 }, 'ArrowRight')).toEqual({ lane: 0, bin: 1 })
  expect(stepFrom(lanes, { lane: 0, bin: 1 }, 'ArrowRight')).toEqual({ lane: 0, bin: 1 })
  expect(stepFrom(lanes, { lane: 0, bin: 1 }, 'ArrowDown')).toEqual({ lane: 1, bin: 0 })
  expect(stepFrom(lanes, { lane: 1, bin: 0 }, 'ArrowUp')).toEqual({ lane: 0, bin: 0 })
  expect(stepFrom(lanes, { lane: 1, bin: 0 }, 'x')).toBeNull()
})
