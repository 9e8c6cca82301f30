export type Side = 'for' | 'against'

/** Two rows, the smaller first, by the columns on which both take a side. */
export interface Pair {
  one: number
  other: number
  /** On how many they take the same side. */
  congruence: number
  conflict: number
}

/**
 * Compares every two rows, 32 columns at a time, and finds those with most columns in common; of equal ones those of the
 * smaller rows. The strongest come first.
 */
export function strongestPairs(
  sides: ReadonlyArray<{ row: number; column: number; side: Side }>,
  { rows, columns, limit }: { rows: number; columns: number; limit: number },
): { pairs: Pair[]; count: number } {
  if (rows < 2) return { pairs: [], count: 0 }
  const width = Math.ceil(columns / 32)
  const bits = { for: new Int32Array(rows * width), against: new Int32Array(rows * width) }
  for (const { row, column, side } of sides) {
    const place = row * width + (column >> 5)
    bits[side][place] = (bits[side][place] ?? 0) | (1 << (column & 31))
  }
  const size = (rows * (rows - 1)) / 2
  const alike = new Uint16Array(size)
  const apart = new Uint16Array(size)
  const histogram = new Uint32Array(columns + 1)
  let at = 0
  const { for: sideFor, against: sideAgainst } = bits
  for (let one = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++, at++) {
      let same = 0
      let opposed = 0
      let here = one * width
      let there = other * width
      for (const end = here + width; here < end; here++, there++) {
        const oneFor = sideFor[here] ?? 0
        const oneAgainst = sideAgainst[here] ?? 0
        const otherFor = sideFor[there] ?? 0
        const otherAgainst = sideAgainst[there] ?? 0
        const both = (oneFor | oneAgainst) & (otherFor | otherAgainst)
        if (both === 0) continue
        const alikeBits = (oneFor & otherFor) | (oneAgainst & otherAgainst)
        same += bitsIn(alikeBits)
        opposed += bitsIn(both & ~alikeBits)
      }
      alike[at] = same
      apart[at] = opposed
      histogram[same + opposed] = (histogram[same + opposed] ?? 0) + 1
    }
  }
  const count = size - (histogram[0] ?? 0)
  const { weakest, room } = threshold(histogram, limit)
  const pairs = pairsFrom(rows, alike, apart, weakest, room)
  return { count, pairs: pairs.sort((a, b) => strengthOf(b) - strengthOf(a)) }
}

/** The strength of the weakest pairs that are told, and how many of exactly that strength. */
function threshold(histogram: Uint32Array, limit: number): { weakest: number; room: number } {
  let left = limit
  for (let strength = histogram.length - 1; strength > 0; strength--) {
    const there = histogram[strength] ?? 0
    if (there >= left) return { weakest: strength, room: left }
    left -= there
  }
  return { weakest: 1, room: limit }
}

function pairsFrom(
  rows: number,
  alike: Uint16Array,
  apart: Uint16Array,
  weakest: number,
  room: number,
): Pair[] {
  const pairs: Pair[] = []
  let at = 0
  let left = room
  for (let one = 0; one < rows; one++) {
    for (let other = one + 1; other < rows; other++, at++) {
      const [congruence, conflict] = [alike[at] ?? 0, apart[at] ?? 0]
      if (congruence + conflict < weakest) continue
      if (congruence + conflict === weakest && left-- <= 0) continue
      pairs.push({ one, other, congruence, conflict })
    }
  }
  return pairs
}

function strengthOf({ congruence, conflict }: Pair): number {
  return congruence + conflict
}

/** How many bits are set, counted in parallel: S. E. Anderson, “Bit Twiddling Hacks”. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
