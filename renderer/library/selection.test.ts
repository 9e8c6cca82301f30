import { expect, test } from 'vitest'
import { moveTo, nothingChosen, toggle } from './selection.ts'

const idAt = (index: number) => `id${index}`

test('moving without Shift chooses nothing and starts a range afresh', () => {
  const moved = moveTo(nothingChosen, 3, 10, false, idAt)
  expect(moved).toMatchObject({ focus: 3, anchor: 3 })
  expect(moved.chosen.size).toBe(0)
})

test('moving with Shift chooses everything between where it began and where it is, and shrinks again', () => {
  const begun = moveTo(nothingChosen, 2, 10, false, idAt)
  const grown = moveTo(begun, 5, 10, true, idAt)
  expect([...grown.chosen]).toEqual(['id2', 'id3', 'id4', 'id5'])
  expect([...moveTo(grown, 1, 10, true, idAt).chosen]).toEqual(['id1', 'id2'])
})

test('the focus stays inside the list', () => {
  expect(moveTo(nothingChosen, -5, 10, false, idAt).focus).toBe(0)
  expect(moveTo(nothingChosen, 99, 10, false, idAt).focus).toBe(9)
  expect(moveTo(nothingChosen, 1, 0, false, idAt).focus).toBe(0)
})

test('toggling twice is as before', () => {
  const once = toggle(nothingChosen, 4, 'id4')
  expect([...once.chosen]).toEqual(['id4'])
  expect(toggle(once, 4, 'id4').chosen.size).toBe(0)
})
