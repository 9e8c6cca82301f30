/** Words `oldFrom` to `oldTo` of one text against words `newFrom` to `newTo` of the other. */
export interface Stretch {
  oldFrom: number
  oldTo: number
  newFrom: number
  newTo: number
}

/**
 * Notes in `partners` which words of the stretch are the same in a shortest edit script (E. W. Myers, An O(ND) Difference
 * Algorithm, 1986). Where more than `most` words differ nothing is noted: the stretch counts as rewritten.
 */
export function matchShortest(
  before: Int32Array,
  after: Int32Array,
  stretch: Stretch,
  most: number,
  partners: Int32Array,
): void {
  const { oldFrom, oldTo, newFrom, newTo } = stretch
  const rows = oldTo - oldFrom
  const columns = newTo - newFrom
  const limit = Math.min(rows + columns, most)
  const reach = new Int32Array(2 * limit + 3)
  const rounds: Int32Array[] = []
  for (let cost = 0; cost <= limit; cost++) {
    rounds.push(reach.slice())
    for (let diagonal = -cost; diagonal <= cost; diagonal += 2) {
      const origin = originOf(reach, limit, diagonal, cost)
      let row = origin > diagonal ? reachOf(reach, limit, origin) : reachOf(reach, limit, origin) + 1
      if (cost === 0) row = 0
      while (
        row < rows &&
        row - diagonal < columns &&
        before[oldFrom + row] === after[newFrom + row - diagonal]
      )
        row++
      reach[limit + 1 + diagonal] = row
      if (row >= rows && row - diagonal >= columns) {
        walkBack(rounds, limit, rows, columns, stretch, partners)
        return
      }
    }
  }
}

function reachOf(reach: Int32Array, limit: number, diagonal: number): number {
  return reach[limit + 1 + diagonal] ?? 0
}

/** The neighbouring diagonal the furthest path to `diagonal` comes from: above (a word put in) or below (left out). */
function originOf(reach: Int32Array, limit: number, diagonal: number, cost: number): number {
  if (diagonal === -cost) return diagonal + 1
  if (diagonal === cost) return diagonal - 1
  return reachOf(reach, limit, diagonal - 1) < reachOf(reach, limit, diagonal + 1)
    ? diagonal + 1
    : diagonal - 1
}

function walkBack(
  rounds: Int32Array[],
  limit: number,
  rows: number,
  columns: number,
  { oldFrom, newFrom }: Stretch,
  partners: Int32Array,
): void {
  let row = rows
  let column = columns
  for (let cost = rounds.length - 1; cost >= 0; cost--) {
    const reach = rounds[cost] ?? new Int32Array()
    const origin = cost === 0 ? 0 : originOf(reach, limit, row - column, cost)
    const originRow = cost === 0 ? 0 : reachOf(reach, limit, origin)
    const originColumn = originRow - origin
    while (row > originRow && column > originColumn) partners[oldFrom + --row] = newFrom + --column
    row = originRow
    column = originColumn
  }
}
