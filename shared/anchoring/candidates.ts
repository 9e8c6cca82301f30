import search from 'approx-string-match'
import type { Pattern } from './align.ts'
import type { Candidate } from './judge.ts'
import type { TextRange } from './selectors.ts'
import { type TextIndex, wordAt } from './text-index.ts'

/** A word found more often than this in the text says too little about a place to be worth looking at. */
const MOST_POSTINGS = 200
/** How many words a strip of the text has in which a pattern may begin, and how many of them are looked at. */
const STRIP = 16
const MOST_CANDIDATES = 4
/** The search among characters is quadratic at worst: it covers so much text around the old offset, for the quote's head. */
const LONGEST_SEARCHED = 30_000
const LONGEST_PATTERN = 128
/** The share of a quote's characters that may be wrong for the search among characters to propose a place. */
const ERROR_SHARE = 0.4

/**
 * Where many words of the quote and its context stand in the same order: every common word votes for the strip of
 * the text in which the pattern would begin, rare words more than frequent ones. Best first.
 */
export function candidatesByWords(index: TextIndex, pattern: Pattern): Candidate[] {
  const postings = index.postings()
  const { keys, weights } = pattern.words
  const votes = new Map<number, number>()
  for (const [number, key] of keys.entries()) {
    const list = postings.get(key)
    if (!list || list.length > MOST_POSTINGS) continue
    const weight = (weights[number] ?? 0) / Math.sqrt(list.length)
    for (const place of list) {
      const strip = Math.floor((place - number) / STRIP)
      votes.set(strip, (votes.get(strip) ?? 0) + weight)
    }
  }
  const ranked = [...votes.keys()]
    .map((strip) => ({ strip, vote: (votes.get(strip) ?? 0) + (votes.get(strip + 1) ?? 0) }))
    .sort((a, b) => b.vote - a.vote)
  const chosen: number[] = []
  for (const { strip } of ranked) {
    if (chosen.length === MOST_CANDIDATES) break
    if (chosen.every((other) => Math.abs(other - strip) > 1)) chosen.push(strip)
  }
  return chosen.map((strip) => around(index, pattern, strip * STRIP, strip * STRIP + 2 * STRIP))
}

/** Where the quote's characters stand with the fewest errors (Myers 1999, from approx-string-match). */
export function candidatesByCharacters(
  index: TextIndex,
  pattern: Pattern,
  exact: string,
  hint: number,
): Candidate[] {
  const { text } = index
  const middle = Math.min(
    Math.max(hint, LONGEST_SEARCHED / 2),
    Math.max(0, text.length - LONGEST_SEARCHED / 2),
  )
  const from = Math.max(0, Math.floor(middle - LONGEST_SEARCHED / 2))
  const part = text.slice(from, from + LONGEST_SEARCHED)
  const head = exact.slice(0, LONGEST_PATTERN)
  const matches = search(part, head, Math.floor(head.length * ERROR_SHARE))
  return matches
    .slice(0, MOST_CANDIDATES)
    .map(({ start, end }) => candidateAround(index, pattern, { start: from + start, end: from + end }))
}

/** The words around a place that is known to the character. */
export function candidateAround(index: TextIndex, pattern: Pattern, { start }: TextRange): Candidate {
  const first = wordAt(index.words(), start) - pattern.quoteFrom
  return around(index, pattern, first, first)
}

function around(index: TextIndex, pattern: Pattern, first: number, last: number): Candidate {
  const length = pattern.words.keys.length
  const slack = STRIP + (length >> 1)
  return {
    from: Math.max(0, first - slack),
    to: Math.min(index.words().keys.length, last + length + slack),
  }
}
