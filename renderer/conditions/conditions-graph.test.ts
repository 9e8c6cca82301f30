import { expect, test } from 'vitest'
import type { Condition } from '#shared/domain/analysis.ts'
import { atMost, conditionsGraph, deadlockLetter, deadlocksOf } from './conditions-graph.ts'
import { box, layOutConditions } from './lay-out-conditions.ts'

let said = 0

/** `A on x` waits for `B on y`, in the deadlock of that number. */
function condition(from: string, to: string | null, cycle: number | null = null): Condition {
  const [actorId = '', topicId = ''] = from.split(' ')
  const [onActorId = null, onTopicId = null] = to?.split(' ') ?? []
  said += 1
  return {
    quoteId: `q${said}`,
    utteranceId: `q${said}`,
    actorId,
    topicId,
    condition: 'if so',
    onActorId,
    onTopicId,
    waitsFor: onActorId === null || onTopicId === null ? null : { actorId: onActorId, topicId: onTopicId },
    byDate: null,
    redLine: false,
    cycle,
  }
}

const ring = [
  condition('hask weapons', 'belisar crossings', 0),
  condition('belisar crossings', 'valcourt guarantor', 0),
  condition('valcourt guarantor', 'hask weapons', 0),
]

test('each position is one node, and each pair that waits one edge with everything said of it', () => {
  const again = condition('hask weapons', 'belisar crossings', 0)
  const { nodes, edges } = conditionsGraph([...ring, again, condition('eskel lake', null)])
  expect(nodes.map(({ id }) => id)).toEqual([
    'hask~weapons',
    'belisar~crossings',
    'valcourt~guarantor',
    'eskel~lake',
  ])
  expect(edges).toHaveLength(3)
  expect(edges[0]?.conditions).toEqual([ring[0], again])
  expect(nodes.map(({ cycle }) => cycle)).toEqual([0, 0, 0, null])
})

test('what is only waited for is a node without anything said', () => {
  const { nodes } = conditionsGraph([condition('hask weapons', 'belisar crossings')])
  expect(nodes.map((node) => node.said.length)).toEqual([1, 0])
})

test('a deadlock is told round, each before the one it waits for', () => {
  const other = [condition('kyra costs', 'lena storage', 1), condition('lena storage', 'kyra costs', 1)]
  const found = deadlocksOf(conditionsGraph([other[1], ring[2], ring[0], other[0], ring[1]] as Condition[]))
  expect(found.map(({ cycle, nodes }) => [cycle, ...nodes.map(({ actorId }) => actorId)])).toEqual([
    [0, 'valcourt', 'hask', 'belisar'],
    [1, 'lena', 'kyra'],
  ])
})

test('where not all can be drawn deadlocks are, and no edge leads to what is left out', () => {
  const graph = conditionsGraph([
    condition('eskel lake', null),
    condition('korr dam', 'morvan flow'),
    ...ring,
  ])
  const { nodes, edges } = atMost(graph, 4)
  expect(nodes.map(({ actorId }) => actorId)).toEqual(['korr', 'hask', 'belisar', 'valcourt'])
  expect(edges).toHaveLength(3)
})

test('letters of deadlocks go on after Z', () => {
  expect([0, 25, 26, 27, 51, 52].map(deadlockLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA'])
})

test('no two boxes overlap, everything is inside the drawing, and every edge has a way', () => {
  for (let round = 0; round < 40; round++) {
    let seed = round * 7919 + 1
    const below = (limit: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31
      return seed % limit
    }
    const place = () => `a${below(9)} t${below(4)}`
    const graph = conditionsGraph(
      Array.from({ length: below(40) }, () => condition(place(), below(4) === 0 ? null : place())),
    )
    const layout = layOutConditions(graph, 900)
    const middles = graph.nodes.map(({ id }) => layout.nodes.get(id) ?? { x: Number.NaN, y: Number.NaN })
    for (const [index, { x, y }] of middles.entries()) {
      expect(x).toBeGreaterThanOrEqual(box.width / 2)
      expect(x).toBeLessThanOrEqual(layout.width - box.width / 2)
      expect(y).toBeGreaterThanOrEqual(box.height / 2)
      expect(y).toBeLessThanOrEqual(layout.height - box.height / 2)
      for (const other of middles.slice(index + 1)) {
        const apart = Math.abs(x - other.x) >= box.width || Math.abs(y - other.y) >= box.height
        expect(apart).toBe(true)
      }
    }
    for (const { from, to } of graph.edges)
      expect(layout.edges.get(`${from} ${to}`)?.length).toBeGreaterThan(1)
  }
})
