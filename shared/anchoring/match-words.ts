import { matchShortest, type Stretch } from './shortest-edit.ts'

/** Past this many differences a stretch is taken as rewritten: the exact answer is not worth its quadratic cost. */
const MOST_DIFFERENCES = 400
/** How many words make a run, and from how many words on a stretch is searched for unique runs. */
const RUN_LENGTH = 4
const RUN_WORTHWHILE = 200

/**
 * Which words of two revisions are the same, in order: entry i is the number of the new word that old word i became,
 * or -1. Patience diff (Bram Cohen): words that occur once on both sides hold the rest in place, and what lies between
 * is compared again in the same way; where no such word is left, Myers's O(ND) algorithm (1986), bounded.
 */
export function matchWords(oldKeys: readonly string[], newKeys: readonly string[]): Int32Array {
  const numberOf = numbering<string>()
  const before = Int32Array.from(oldKeys, numberOf)
  const after = Int32Array.from(newKeys, numberOf)
  const partners = new Int32Array(before.length).fill(-1)
  const pending: Stretch[] = [{ oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length }]
  for (let stretch = pending.pop(); stretch; stretch = pending.pop()) {
    let { oldFrom, oldTo, newFrom, newTo } = stretch
    while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom])
      partners[oldFrom++] = newFrom++
    while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1])
      partners[--oldTo] = --newTo
    if (oldFrom === oldTo || newFrom === newTo) continue
    const rest = { oldFrom, oldTo, newFrom, newTo }
    const anchors = anchorsIn(before, after, rest)
    if (anchors.length === 0) {
      matchShortest(before, after, rest, MOST_DIFFERENCES, partners)
      continue
    }
    for (const [oldWord, newWord] of anchors) {
      partners[oldWord] = newWord
      pending.push({ oldFrom, oldTo: oldWord, newFrom, newTo: newWord })
      oldFrom = oldWord + 1
      newFrom = newWord + 1
    }
    pending.push({ oldFrom, oldTo, newFrom, newTo })
  }
  return partners
}

/** A function that numbers keys, equal keys alike, so that the inner loops compare numbers. */
function numbering<Key>(): (key: Key) => number {
  const numbers = new Map<Key, number>()
  return (key) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
}

/** Words that hold a stretch in place: those unique in it, or, in a large one without any, runs of words that are. */
function anchorsIn(before: Int32Array, after: Int32Array, stretch: Stretch): [number, number][] {
  const words = uniqueInBoth(before, after, stretch)
  if (words.length > 0 || stretch.oldTo - stretch.oldFrom <= RUN_WORTHWHILE) return words
  const numberOf = numbering<number>()
  const oldRuns = runsOf(before, stretch.oldFrom, stretch.oldTo, numberOf)
  const newRuns = runsOf(after, stretch.newFrom, stretch.newTo, numberOf)
  const whole = { oldFrom: 0, oldTo: oldRuns.length, newFrom: 0, newTo: newRuns.length }
  return uniqueInBoth(oldRuns, newRuns, whole).map(([oldRun, newRun]) => [
    stretch.oldFrom + oldRun,
    stretch.newFrom + newRun,
  ])
}

/** For each word of a stretch a number that stands for it and the words after it. */
function runsOf(keys: Int32Array, from: number, to: number, numberOf: (run: number) => number): Int32Array {
  let runs = keys.slice(from, to)
  for (let length = 2; length <= RUN_LENGTH; length++) {
    const longer = new Int32Array(Math.max(0, runs.length - 1))
    for (let at = 0; at < longer.length; at++) {
      longer[at] = numberOf((runs[at] ?? 0) * 2 ** 26 + (keys[from + at + length - 1] ?? 0))
    }
    runs = longer
  }
  return runs
}

/** Pairs of words that occur once in either stretch, the longest run of them that is in order on both sides. */
function uniqueInBoth(before: Int32Array, after: Int32Array, stretch: Stretch): [number, number][] {
  const places = new Map<number, { oldWord: number; newWord: number }>()
  for (let word = stretch.oldFrom; word < stretch.oldTo; word++) {
    const key = before[word] ?? 0
    const place = places.get(key)
    if (place) place.oldWord = -1
    else places.set(key, { oldWord: word, newWord: -1 })
  }
  for (let word = stretch.newFrom; word < stretch.newTo; word++) {
    const place = places.get(after[word] ?? 0)
    if (place) place.newWord = place.newWord === -1 ? word : -2
  }
  const pairs: [number, number][] = []
  for (const { oldWord, newWord } of places.values())
    if (oldWord >= 0 && newWord >= 0) pairs.push([oldWord, newWord])
  return longestRising(pairs.sort((a, b) => a[0] - b[0]))
}

/** The longest subsequence whose new words rise too (patience sorting). */
function longestRising(pairs: [number, number][]): [number, number][] {
  const tops: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  for (const [number, [, newWord]] of pairs.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < newWord) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[number] = tops[low - 1] ?? -1
    tops[low] = number
  }
  const run: [number, number][] = []
  for (let at = tops.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) run.push(pair)
  }
  return run.reverse()
}
