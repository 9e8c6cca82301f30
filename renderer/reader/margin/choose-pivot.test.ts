import { expect, test } from 'vitest'
import { areCrowded, choosePivot } from './choose-pivot.ts'
import type { CardToPlace } from './place-cards.ts'

const many = (count: number, apart: number): CardToPlace[] =>
  Array.from({ length: count }, (_, index) => ({ id: `c${index}`, top: index * apart, height: 80 }))

test('cards are crowded when giving way would take one of them out of sight of its passage', () => {
  expect(areCrowded(many(200, 100), 10)).toBe(false)
  expect(areCrowded(many(5, 10), 10)).toBe(false)
  expect(areCrowded(many(50, 40), 10)).toBe(true)
})

test('among crowded cards the first at the reading line stands at its passage, and the last at the end', () => {
  const cards = many(100, 10)
  const view = { from: 0, to: 2000, line: 0 }
  expect(choosePivot(cards, null, view)).toBe('c0')
  expect(choosePivot(cards, null, { ...view, line: 205 })).toBe('c21')
  expect(choosePivot(cards, null, { ...view, line: 5000 })).toBe('c99')
  expect(choosePivot([], null, view)).toBeNull()
})

test('the open card stands at its passage while that is in view, and gives way to the reading line when it is not', () => {
  const cards = many(100, 10)
  expect(choosePivot(cards, 'c50', { from: 0, to: 800, line: 100 })).toBe('c50')
  expect(choosePivot(cards, 'c50', { from: 600, to: 900, line: 700 })).toBe('c70')
})
