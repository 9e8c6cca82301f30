import type { Cell } from './model.ts'

export interface PlacedCell extends Cell {
  x: number
  y: number
}

/** Where each cell of a table stands, row by row. A cell that would cover another's place spans less. */
export function placeCells(rows: readonly Cell[][], columns: number): PlacedCell[] {
  const taken = rows.map(() => new Set<number>())
  const isFree = (x: number, y: number) => x < columns && taken[y]?.has(x) === false
  return rows.flatMap((row, y) => {
    let x = 0
    return row.flatMap((cell): PlacedCell[] => {
      while (x < columns && !isFree(x, y)) x++
      if (x >= columns) return []
      let colspan = 1
      while (colspan < cell.colspan && isFree(x + colspan, y)) colspan++
      const isRowFree = (down: number) =>
        Array.from({ length: colspan }, (_, right) => x + right).every((column) => isFree(column, y + down))
      let rowspan = 1
      while (rowspan < cell.rowspan && isRowFree(rowspan)) rowspan++
      for (let down = 0; down < rowspan; down++)
        for (let right = 0; right < colspan; right++) taken[y + down]?.add(x + right)
      return [{ ...cell, x, y, colspan, rowspan }]
    })
  })
}
