import { expect, test } from 'vitest'
import { layoutSeed } from './layout-seed.ts'
import { measureNetwork } from './network-measures.ts'
import { strongestPairs } from './strongest-pairs.ts'

const edge = (from: string, to: string, congruence = 1, conflict = 0) => ({ from, to, congruence, conflict })
const nodes = (...ids: string[]) => ids.map((id) => ({ id }))

test('Who links two groups is the most between, and each group is a cluster of its own', () => {
  const triangles = [
    edge('a', 'b'),
    edge('b', 'c'),
    edge('a', 'c'),
    edge('d', 'e'),
    edge('e', 'f'),
    edge('d', 'f'),
  ]
  const measured = measureNetwork(nodes('a', 'b', 'c', 'd', 'e', 'f'), [...triangles, edge('c', 'd')])
  const clusterOf = (id: string) => measured.get(id)?.cluster
  expect([clusterOf('a'), clusterOf('b'), clusterOf('c')]).toEqual([0, 0, 0])
  expect([clusterOf('d'), clusterOf('e'), clusterOf('f')]).toEqual([1, 1, 1])
  // Of the ten pairs of others, all but those within a triangle lead over c: six.
  expect(measured.get('c')?.betweenness).toBeCloseTo(0.6)
  expect(measured.get('c')?.degree).toBe(3)
  expect(measured.get('a')).toMatchObject({ degree: 2, betweenness: 0 })
  expect(measured.get('c')?.eigenvector).toBeGreaterThan(measured.get('a')?.eigenvector ?? 1)
})

test('An edge with more conflict than congruence ties nobody', () => {
  const measured = measureNetwork(nodes('a', 'b'), [edge('a', 'b', 1, 3)])
  expect(measured.get('a')).toEqual({ degree: 0, betweenness: 0, eigenvector: null, cluster: null })
})

test('The same network has the same clusters each time', () => {
  const edges = Array.from({ length: 60 }, (_, at) =>
    edge(`n${at % 12}`, `n${(at * 5 + 1) % 12}`, 1 + (at % 3)),
  )
  const once = [...new Map(edges.map((one) => [[one.from, one.to].sort().join(), one])).values()].filter(
    ({ from, to }) => from !== to,
  )
  const all = nodes(...Array.from({ length: 12 }, (_, at) => `n${at}`))
  expect(measureNetwork(all, once)).toEqual(measureNetwork(all, once))
})

test('A layout begins at the same place for the same id, within the circle, and neighbours lie apart', () => {
  const seeds = Array.from({ length: 200 }, (_, at) => layoutSeed(`0000000a-0000-7000-8000-${at}`))
  expect(layoutSeed('0000000a-0000-7000-8000-7')).toEqual(seeds[7])
  expect(seeds.every(({ x, y }) => Math.hypot(x, y) <= 1.001)).toBe(true)
  expect(new Set(seeds.map(({ x, y }) => `${x} ${y}`)).size).toBe(200)
  const mean = (of: 'x' | 'y') => seeds.reduce((sum, seed) => sum + seed[of], 0) / seeds.length
  expect(Math.abs(mean('x')) + Math.abs(mean('y'))).toBeLessThan(0.3)
})

test('Of more pairs than are wanted the strongest are told, the number of all of them besides', () => {
  const sides = [0, 1, 2].flatMap((row) =>
    Array.from({ length: 40 }, (_, column) => ({
      row,
      column,
      side: row === 2 && column < 10 ? ('against' as const) : ('for' as const),
    })),
  )
  const less = sides.filter(({ row, column }) => row !== 0 || column < 35)
  expect(strongestPairs(less, { rows: 3, columns: 40, limit: 1 })).toEqual({
    count: 3,
    pairs: [{ one: 1, other: 2, congruence: 30, conflict: 10 }],
  })
})

test('a network of nobody has no measures', () => {
  expect(measureNetwork([], []).size).toBe(0)
})
