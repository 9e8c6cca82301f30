import { expect, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
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

/** The circles by their definition: nodes that lead to each other over any number of steps, themselves among them. */
function bySearch(targets: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reachedFrom = (start: string) => {
    const reached = new Set<string>()
    const waiting = [...(targets.get(start) ?? [])]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (reached.has(node)) continue
      reached.add(node)
      waiting.push(...(targets.get(node) ?? []))
    }
    return reached
  }
  const reach = new Map([...targets.keys()].map((node) => [node, reachedFrom(node)]))
  const inCircle = [...targets.keys()].filter((node) => reach.get(node)?.has(node))
  const circles = inCircle.map((node) =>
    inCircle.filter((other) => reach.get(node)?.has(other) && reach.get(other)?.has(node)),
  )
  return [...new Map(circles.map((circle) => [circle.toSorted().join(), circle])).values()]
}

test('Circles of random graphs are those that a search from every node finds', () => {
  const choice = randomly(7)
  let found = 0
  for (let round = 0; round < 500; round++) {
    const nodes = 1 + choice.below(9)
    const edges = Array.from(
      { length: choice.below(16) },
      () => [`n${choice.below(nodes)}`, `n${choice.below(nodes)}`] as const,
    )
    const circles = findCircles(leading(edges))
    expect(sorted(circles)).toEqual(sorted(bySearch(leading(edges))))
    found += circles.length
  }
  expect(found).toBeGreaterThan(300)
})
