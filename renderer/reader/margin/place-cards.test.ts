import { expect, test } from 'vitest'
import { type CardToPlace, placeCards } from './place-cards.ts'

const card = (id: string, top: number, height = 50): CardToPlace => ({ id, top, height })

test('cards with room between them stand at their passages', () => {
  expect([...placeCards([card('a', 0), card('b', 100)], 8, null)]).toEqual([
    ['a', 0],
    ['b', 100],
  ])
})

test('cards of crowded passages give way downwards', () => {
  expect([...placeCards([card('a', 0), card('b', 10), card('c', 20)], 8, null).values()]).toEqual([
    0, 58, 116,
  ])
})

test('the active card stands at its passage and pushes the others away on both sides', () => {
  const tops = placeCards([card('a', 100), card('b', 110), card('c', 120)], 8, 'b')
  expect(tops.get('b')).toBe(110)
  expect(tops.get('a')).toBe(110 - 8 - 50)
  expect(tops.get('c')).toBe(110 + 50 + 8)
})

test('no two cards ever cover each other, whichever is active', () => {
  let seed = 3
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  for (let round = 0; round < 100; round++) {
    const cards = Array.from({ length: 20 }, (_, index) =>
      card(`c${index}`, random(400), 20 + random(80)),
    ).sort((a, b) => a.top - b.top)
    const activeId = round % 2 === 0 ? null : `c${random(20)}`
    const give = round % 3 === 0 ? 3000 : 0
    const tops = placeCards(cards, 4, activeId, give)
    const placed = cards.map(({ id, height }) => ({ top: tops.get(id) ?? Number.NaN, height }))
    for (const [index, { top, height }] of placed.slice(0, -1).entries()) {
      expect(placed[index + 1]?.top).toBeGreaterThanOrEqual(top + height + 4)
    }
    if (give > 0) expect(Math.min(...tops.values())).toBeGreaterThanOrEqual(0)
    else if (activeId !== null) expect(tops.get(activeId)).toBe(cards.find(({ id }) => id === activeId)?.top)
  }
})

test('nothing to place is nothing placed', () => {
  expect(placeCards([], 8, 'gone').size).toBe(0)
})

test('a pivot near the top makes room for those before it, where that does not take it far from its passage', () => {
  const cards = [card('a', 0), card('b', 5), card('c', 10)]
  expect([...placeCards(cards, 10, 'c', 200).entries()].sort()).toEqual([
    ['a', 0],
    ['b', 60],
    ['c', 120],
  ])
  const tops = placeCards(cards, 10, 'c', 50)
  expect(tops.get('c')).toBe(10)
  expect(tops.get('a')).toBe(10 - 2 * 60)
})
