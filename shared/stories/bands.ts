import { mix } from './mix.ts'

/** Two of 64 minima a band: of texts with 0.4 of their shingles in common, one pair in 250 shares none of the 32. */
export const bandCount = 32
const rowsInBand = 2

const seeds = Int32Array.from({ length: bandCount * rowsInBand }, (_, index) =>
  mix(Math.imul(index + 1, 0x9e3779b1)),
)

/**
 * What texts with much in common have in common: 32 numbers, each of two minima of the shingles under hash functions of
 * their own. A. Broder, “On the resemblance and containment of documents” (1997); the bands are those of J. Leskovec,
 * A. Rajaraman, J. Ullman, “Mining of Massive Datasets”, 3.4. Texts without shingles have no bands.
 *
 * They are stored in notebooks: a change of them, or of what they are made of, needs a migration that makes them anew.
 */
export function bandsOf(shingles: ReadonlySet<number>): Int32Array {
  if (shingles.size === 0) return new Int32Array(0)
  const minima = new Uint32Array(seeds.length).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let at = 0; at < seeds.length; at += 1) {
      const hash = mix(shingle ^ (seeds[at] ?? 0)) >>> 0
      if (hash < (minima[at] ?? 0)) minima[at] = hash
    }
  }
  return Int32Array.from({ length: bandCount }, (_, band) => {
    const [first = 0, second = 0] = minima.subarray(band * rowsInBand)
    return mix(mix(first + band) + second)
  })
}
