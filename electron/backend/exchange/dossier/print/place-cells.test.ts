import { expect, test } from 'vitest'
import type { Cell } from './model.ts'
import { placeCells } from './place-cells.ts'

const cell = (colspan = 1, rowspan = 1): Cell => ({ header: false, colspan, rowspan, blocks: [] })
const places = (rows: Cell[][], columns: number) =>
  placeCells(rows, columns).map(({ x, y, colspan, rowspan }) => [x, y, colspan, rowspan])

test('a cell stands beside those that reach into its row from above', () => {
  expect(
    places(
      [
        [cell(1, 2), cell(2)],
        [cell(), cell()],
      ],
      3,
    ),
  ).toEqual([
    [0, 0, 1, 2],
    [1, 0, 2, 1],
    [1, 1, 1, 1],
    [2, 1, 1, 1],
  ])
})

test('what reaches out of the table, or over another cell, reaches less far or is left out', () => {
  expect(places([[cell(5, 9), cell()]], 2)).toEqual([[0, 0, 2, 1]])
  expect(
    places(
      [
        [cell(), cell(1, 2)],
        [cell(2), cell()],
      ],
      2,
    ),
  ).toEqual([
    [0, 0, 1, 1],
    [1, 0, 1, 2],
    [0, 1, 1, 1],
  ])
})
