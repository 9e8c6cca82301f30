/** A place in the grid; column 0 holds the names of the rows. */
export interface GridPlace {
  row: number
  column: number
}

const page = 10

/** Where a key leads from a place, or null where it leads nowhere. `columns` counts without the names. */
export function keyTarget(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: GridPlace,
  { rows, columns }: { rows: number; columns: number },
): GridPlace | null {
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  const to = (nextRow: number, nextColumn: number) => ({
    row: within(nextRow, rows - 1),
    column: within(nextColumn, columns),
  })
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'PageDown':
      return to(row + page, column)
    case 'PageUp':
      return to(row - page, column)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? rows - 1 : row, columns)
    default:
      return null
  }
}
