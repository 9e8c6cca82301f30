import type { TextShape } from './shingles.ts'

/** How much two texts have in common; each from 0 to 1, but for `common`. */
export interface Resemblance {
  /** Of all shingles of either, those of both. */
  jaccard: number
  /** Of the shingles of the shorter text, those of the longer one. */
  containment: number
  /** How long the shorter is, as a part of the longer. */
  ratio: number
  /** Shingles of both. */
  common: number
  /** Of the numbers of the shorter text, those of the longer one; 1 where it names too few to tell. */
  numbers: number
}

/** Where the line runs; decision 17 has the figures for it. */
export interface StoryLine {
  /** From here on two texts are one story. */
  sameFrom: number
  /** A shorter text that stands in the longer to this part is a cut of it, */
  cutFrom: number
  /** unless it is a smaller part of it than this: a digest holds whole stories, and is none of them. */
  cutRatio: number
  /** A form that is filled in anew every day keeps its words and changes its numbers. */
  numbersFrom: number
}

export const storyLine: StoryLine = { sameFrom: 0.4, cutFrom: 0.7, cutRatio: 0.3, numbersFrom: 0.5 }

/** Fewer common shingles prove nothing: so many make a formula of politeness, or an agency's own notice. */
const tellingShingles = 20
const tellingNumbers = 3

export function resemblanceOf(one: TextShape, other: TextShape): Resemblance {
  const [short, long] = one.shingles.size <= other.shingles.size ? [one, other] : [other, one]
  const common = countCommon(short.shingles, long.shingles)
  const all = short.shingles.size + long.shingles.size - common
  return {
    jaccard: all === 0 ? 0 : common / all,
    containment: short.shingles.size === 0 ? 0 : common / short.shingles.size,
    ratio: long.shingles.size === 0 ? 0 : short.shingles.size / long.shingles.size,
    common,
    numbers:
      short.numbers.size < tellingNumbers ? 1 : countCommon(short.numbers, long.numbers) / short.numbers.size,
  }
}

/** Whether two texts are one story: mostly the same words, or the one a cut of the other. Symmetric. */
export function isSameStory(alike: Resemblance, line: StoryLine = storyLine): boolean {
  const { jaccard, containment, ratio, common, numbers } = alike
  if (common < tellingShingles || numbers < line.numbersFrom) return false
  return jaccard >= line.sameFrom || (containment >= line.cutFrom && ratio >= line.cutRatio)
}

function countCommon<Item>(short: ReadonlySet<Item>, long: ReadonlySet<Item>): number {
  let common = 0
  for (const item of short) if (long.has(item)) common += 1
  return common
}
