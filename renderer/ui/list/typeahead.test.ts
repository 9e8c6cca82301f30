import { expect, test } from 'vitest'
import { createTypeahead } from './typeahead.ts'

const names = ['Ardovia', 'Assembly', 'Basin Commission', 'Élan', 'Рівень', 'Assent']
const labelAt = (index: number) => names[index]

test('letters typed soon after each other make one word', () => {
  const type = createTypeahead()
  const list = { active: 0, count: names.length, labelAt }
  expect(type('a', 0, list)).toBe(1)
  expect(type('s', 100, { ...list, active: 1 })).toBe(1)
  expect(type('s', 200, { ...list, active: 1 })).toBe(1)
  expect(type('e', 300, { ...list, active: 1 })).toBe(1)
  expect(type('n', 400, { ...list, active: 1 })).toBe(5)
})

test('the same letter again goes to the next such row, and round', () => {
  const type = createTypeahead()
  const at = (now: number, active: number) => type('a', now, { active, count: names.length, labelAt })
  expect(at(0, -1)).toBe(0)
  expect(at(100, 0)).toBe(1)
  expect(at(200, 1)).toBe(5)
  expect(at(300, 5)).toBe(0)
})

test('after a pause a word begins afresh; accents and case do not matter, in any script', () => {
  const type = createTypeahead()
  const list = { active: 0, count: names.length, labelAt }
  expect(type('b', 0, list)).toBe(2)
  expect(type('e', 5000, list)).toBe(3)
  expect(type('Р', 10_000, list)).toBe(4)
  expect(type('z', 15_000, list)).toBe(null)
})
