import { expect, test } from 'vitest'
import { layOut } from './graph-layout.ts'

const nodes = ['a', 'b', 'c', 'd'].map((id, at) => ({
  id,
  label: id,
  radius: 8,
  x: Math.cos(at),
  y: Math.sin(at),
}))
const edges = [
  { from: 'a', to: 'b', pull: 5 },
  { from: 'c', to: 'd', pull: 5 },
  { from: 'a', to: 'c', pull: -5 },
]

test('the same graph is laid out the same', () => {
  expect([...layOut(nodes, edges)]).toEqual([...layOut(nodes, edges)])
})

test('who belongs together lies closer than who is kept apart', () => {
  const places = layOut(nodes, edges)
  const distance = (one: string, other: string) => {
    const [x = 0, y = 0] = places.get(one) ?? []
    const [otherX = 0, otherY = 0] = places.get(other) ?? []
    return Math.hypot(x - otherX, y - otherY)
  }
  expect(distance('a', 'b')).toBeLessThan(distance('a', 'c'))
  expect(distance('c', 'd')).toBeLessThan(distance('a', 'd'))
})

test('an edge to nowhere is left out, and a graph without nodes has no places', () => {
  expect(layOut(nodes, [{ from: 'a', to: 'x', pull: 1 }]).size).toBe(4)
  expect(layOut([], []).size).toBe(0)
})
