import { expect, test } from 'vitest'
import { findCircles } from './circles.ts'

const sorted = (circles: string[][]) => circles.map((circle) => circle.toSorted()).sort()

test('What waits for each other is a circle, and what only leads to one is not', () => {
  const edges = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['d', 'a'],
    ['e', 'f'],
    ['f', 'e'],
    ['c', 'g'],
  ] as const
  expect(sorted(findCircles(edges))).toEqual([
    ['a', 'b', 'c'],
    ['e', 'f'],
  ])
})

test('What waits for itself is a circle of one', () => {
  expect(
    findCircles([
      ['a', 'a'],
      ['a', 'b'],
    ]),
  ).toEqual([['a']])
})

test('A chain of a hundred thousand overflows nothing', () => {
  const edges = Array.from({ length: 100_000 }, (_, at) => [`${at}`, `${at + 1}`] as const)
  expect(findCircles(edges)).toEqual([])
})
