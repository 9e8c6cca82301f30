import { expect, test } from 'vitest'
import { keyTarget } from './grid-keys.ts'

const size = { rows: 40, columns: 15 }
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  keyTarget({ key, ctrlKey }, { row, column }, size)

test('arrows walk the grid and stop at its edges', () => {
  expect(press('ArrowRight', 3, 4)).toEqual({ row: 3, column: 5 })
  expect(press('ArrowRight', 3, 15)).toEqual({ row: 3, column: 15 })
  expect(press('ArrowLeft', 3, 0)).toEqual({ row: 3, column: 0 })
  expect(press('ArrowUp', 0, 2)).toEqual({ row: 0, column: 2 })
  expect(press('PageDown', 35, 2)).toEqual({ row: 39, column: 2 })
})

test('Home and End lead to the ends of a row, and with Ctrl to the corners', () => {
  expect(press('Home', 3, 4)).toEqual({ row: 3, column: 0 })
  expect(press('End', 3, 4)).toEqual({ row: 3, column: 15 })
  expect(press('Home', 3, 4, true)).toEqual({ row: 0, column: 0 })
  expect(press('End', 3, 4, true)).toEqual({ row: 39, column: 15 })
})

test('other keys lead nowhere', () => {
  expect(press('a', 0, 0)).toBeNull()
})
