import { expect, test } from 'vitest'
import { findCircles } from './circles.ts'

/** Where each node leads, of edges. */
function leading(edges: ReadonlyArray<readonly [string, string]>): Map<string, Set<string>> {
  return new Map(
    [...Map.groupBy(edges, ([from]) => from)].map(([from, own]) => [from, new Set(own.map(([, to]) => to))]),
  )
}

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
  expect(sorted(findCircles(leading(edges)))).toEqual([
    ['a', 'b', 'c'],
    ['e', 'f'],
  ])
})

test('What waits for itself is a circle of one', () => {
  expect(
    findCircles(
      leading([
        ['a', 'a'],
        ['a', 'b'],
      ]),
    ),
  ).toEqual([['a']])
})

test('A chain of a hundred thousand overflows nothing', () => {
  const edges = Array.from({ length: 100_000 }, (_, at) => [`${at}`, `${at + 1}`] as const)
  expect(findCircles(leading(edges))).toEqual([])
})
