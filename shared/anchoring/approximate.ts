import { type Alignment, alignWords, type Pattern } from './align.ts'
import { boundsOf } from './bounds.ts'
import { type Candidate, candidatesByCharacters, candidatesByWords } from './candidates.ts'
import { type Context, contextAgreement, contextOf } from './context.ts'
import type { FoundAnchor } from './find-anchor.ts'
import { nearness } from './occurrences.ts'
import type { Selectors } from './selectors.ts'
import type { TextIndex } from './text-index.ts'
import { weights } from './weights.ts'
import { cutWords } from './words.ts'

interface Judged {
  start: number
  end: number
  score: number
  rank: number
}

/** A match this good among the words makes the slower search among the characters needless. */
const GOOD_ENOUGH = 0.75

/** Where enough of the quote's words stand together, with their context weighed in; undefined if nowhere. */
export function findApproximately(index: TextIndex, selectors: Selectors): FoundAnchor | undefined {
  const context = contextOf(selectors)
  const pattern = patternOf(selectors, context)
  if (pattern.quoteFrom === pattern.quoteTo) return undefined
  let best: Judged | undefined
  const consider = (candidates: Candidate[]) => {
    for (const { from, to } of candidates) {
      const alignment = alignWords(pattern, index.words(), from, to)
      const judged = judge(pattern, alignment, index, context, selectors.start)
      if (judged && judged.rank > (best?.rank ?? 0)) best = judged
    }
  }
  consider(candidatesByWords(index, pattern))
  if (!best || best.score < GOOD_ENOUGH) {
    consider(candidatesByCharacters(index, pattern, selectors.exact, selectors.start))
  }
  if (!best || best.score < weights.leastScore + weights.shortQuote / quoteWeight(pattern)) return undefined
  return { start: best.start, end: best.end, how: 'approximate', score: best.score }
}

function patternOf({ prefix, exact, suffix }: Selectors, { atStart, atEnd }: Context): Pattern {
  const words = cutWords(prefix + exact + suffix)
  const quoteFrom = words.ends.findIndex((end) => end > prefix.length)
  const quoteTo = words.starts.findIndex((start) => start >= prefix.length + exact.length)
  const count = words.keys.length
  return {
    words,
    quoteFrom: quoteFrom === -1 ? count : quoteFrom,
    quoteTo: quoteTo === -1 ? count : quoteTo,
    atStart,
    atEnd,
  }
}

function quoteWeight({ words, quoteFrom, quoteTo }: Pattern): number {
  let total = 0
  for (let number = quoteFrom; number < quoteTo; number++) total += words.weights[number] ?? 0
  return total
}

/** The place an alignment stands for, and how good it is: twice the words in common over the words of both. */
function judge(
  pattern: Pattern,
  alignment: Alignment,
  index: TextIndex,
  context: Context,
  hint: number,
): Judged | undefined {
  const text = index.words()
  const span = boundsOf(pattern, alignment, text)
  if (!span) return undefined
  let kept = 0
  for (let number = pattern.quoteFrom; number < pattern.quoteTo; number++) {
    kept += (pattern.words.weights[number] ?? 0) * (alignment.likeness[number] ?? 0)
  }
  let found = 0
  for (let number = span.first; number <= span.last; number++) found += text.weights[number] ?? 0
  const start = text.starts[span.first] ?? 0
  const end = text.ends[span.last] ?? 0
  const share = (2 * kept) / (quoteWeight(pattern) + found)
  const agreement = contextAgreement(index.text, start, end, context)
  const score = (1 - weights.context) * share + weights.context * agreement
  return { start, end, score, rank: score + weights.nearness * nearness(start, hint) }
}
