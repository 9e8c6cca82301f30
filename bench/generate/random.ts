/** A source of the same numbers for the same seed, on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True in this share of cases. */
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** About `mean`, mostly within half and double, never below 0. */
  about(mean: number): number
}

/** sfc32 (Chris Doty-Humphrey, public domain), seeded with one number. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 2 ** 32
  }
  for (let turn = 0; turn < 12; turn++) next()
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('There is nothing to pick from.')
      return item
    },
    about: (mean) => Math.round(mean * (0.4 + 0.6 * (next() + next()))),
  }
}

/**
 * Ranks from 0 to `count` - 1 by Zipf's law: rank n comes up about 1 / (n + 2.7) as often as the first (Mandelbrot's
 * offset keeps the very first from filling the text). Walker's alias method: one draw takes the same time for any count.
 */
export function createZipf(count: number): (random: Random) => number {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 2.7))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const share = Float64Array.from(weights, (weight) => (weight / sum) * count)
  const alias = new Uint32Array(count)
  const small: number[] = []
  const large: number[] = []
  for (const [rank, value] of share.entries()) (value < 1 ? small : large).push(rank)
  for (
    let low = small.pop(), high = large.pop();
    low !== undefined && high !== undefined;
    low = small.pop()
  ) {
    alias[low] = high
    share[high] = (share[high] ?? 0) - (1 - (share[low] ?? 0))
    if ((share[high] ?? 0) < 1) {
      small.push(high)
      high = large.pop()
    }
  }
  return (random) => {
    const rank = Math.floor(random.next() * count)
    return random.next() < (share[rank] ?? 1) ? rank : (alias[rank] ?? rank)
  }
}
