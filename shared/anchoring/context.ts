import type { Selectors } from './selectors.ts'
import { weights } from './weights.ts'
import { cutWords, type Words, wordLikeness } from './words.ts'

/** Words of context, the one next to the quote first. */
export interface Context {
  before: Words
  after: Words
  /** Whether the quote began, or ended, its text. */
  atStart: boolean
  atEnd: boolean
  reach: number
}

const SLACK = 24

/** The stored context of a quote, made ready to be compared with many places. */
export function contextOf({ prefix, suffix, start }: Selectors): Context {
  return {
    before: reverse(cutWords(prefix)),
    after: cutWords(suffix),
    atStart: prefix.trim() === '' && start <= prefix.length,
    atEnd: suffix.trim() === '',
    reach: SLACK + Math.ceil(1.5 * Math.max(prefix.length, suffix.length)),
  }
}

/**
 * How well the surroundings of a place agree with the stored context, 0 to 1. Words near the quote count for more; a
 * word the context cuts in half agrees by its half.
 */
export function contextAgreement(text: string, start: number, end: number, context: Context): number {
  const before = reverse(cutWords(text.slice(Math.max(0, start - context.reach), start)))
  const after = cutWords(text.slice(end, end + context.reach))
  const left = context.atStart ? edge(before) : agreement(context.before, before, endsLike)
  const right = context.atEnd ? edge(after) : agreement(context.after, after, startsLike)
  return (left + right) / 2
}

/** A quote at the edge of its old text agrees with an edge, and somewhat less with anything else. */
function edge(words: Words): number {
  return words.keys.length === 0 ? 1 : weights.awayFromEdge
}

function agreement(stored: Words, found: Words, cutLike: (half: string, word: string) => boolean): number {
  const rows = stored.keys.length
  const columns = found.keys.length
  let above = new Float64Array(columns + 1)
  let current = new Float64Array(columns + 1)
  let all = 0
  let best = 0
  let fade = 1
  for (let row = 1; row <= rows; row++) {
    const key = stored.keys[row - 1] ?? ''
    const weight = (stored.weights[row - 1] ?? 0) * fade
    all += weight
    fade *= weights.fade
    current[0] = above[0] ?? 0
    for (let column = 1; column <= columns; column++) {
      const other = found.keys[column - 1] ?? ''
      const put = (current[column - 1] ?? 0) - weights.putIntoContext * (found.weights[column - 1] ?? 0)
      let score = Math.max(above[column] ?? 0, put)
      const alike = row === rows && cutLike(key, other) ? 1 : wordLikeness(key, other)
      if (alike >= 0.6) score = Math.max(score, (above[column - 1] ?? 0) + weight * alike)
      current[column] = score
      if (score > best) best = score
    }
    ;[above, current] = [current, above]
  }
  return all === 0 ? 0 : Math.min(1, best / all)
}

function endsLike(half: string, word: string): boolean {
  return word.endsWith(half)
}

function startsLike(half: string, word: string): boolean {
  return word.startsWith(half)
}

function reverse({ starts, ends, keys, weights }: Words): Words {
  return { starts: starts.reverse(), ends: ends.reverse(), keys: keys.reverse(), weights: weights.reverse() }
}
