import { alignWords, type Pattern } from './align.ts'
import { boundsOf, spanOf } from './bounds.ts'
import { type Context, contextAgreement, contextOf } from './context.ts'
import type { Selectors } from './selectors.ts'
import type { TextIndex } from './text-index.ts'
import { weights } from './weights.ts'
import { cutWords } from './words.ts'

/** A quote made ready to be compared with many places. */
export interface Sought {
  pattern: Pattern
  context: Context
  /** The weight of all its words. */
  weight: number
  hint: number
}

/** A place that may be the quote's; `share` is twice the words in common over the words of both, `agreement` that of the context. */
export interface Judged {
  start: number
  end: number
  share: number
  agreement: number
  score: number
  rank: number
}

/** Words `from` to `to` of a text. */
export interface Candidate {
  from: number
  to: number
}

/** What is sought, or undefined for a quote without words. */
export function prepareSought(selectors: Selectors): Sought | undefined {
  const { prefix, exact, suffix, start } = selectors
  const context = contextOf(selectors)
  const words = cutWords(prefix + exact + suffix)
  const count = words.keys.length
  const quoteFrom = numberOr(
    count,
    words.ends.findIndex((end) => end > prefix.length),
  )
  const quoteTo = numberOr(
    count,
    words.starts.findIndex((at) => at >= prefix.length + exact.length),
  )
  if (quoteFrom >= quoteTo) return undefined
  let weight = 0
  for (let number = quoteFrom; number < quoteTo; number++) weight += words.weights[number] ?? 0
  const { atStart, atEnd } = context
  return { pattern: { words, quoteFrom, quoteTo, atStart, atEnd }, context, weight, hint: start }
}

function numberOr(otherwise: number, found: number): number {
  return found === -1 ? otherwise : found
}

/** Places the quote as well as it goes within the candidate; undefined if not a word of it is there. */
export function judge(sought: Sought, index: TextIndex, { from, to }: Candidate): Judged | undefined {
  const { pattern, context, hint } = sought
  const text = index.words()
  const alignment = alignWords(pattern, text, from, to)
  const span = spanOf(pattern, alignment, text)
  const bounds = boundsOf(pattern, alignment, text)
  if (!span || !bounds) return undefined
  let kept = 0
  for (let number = pattern.quoteFrom; number < pattern.quoteTo; number++) {
    kept += (pattern.words.weights[number] ?? 0) * (alignment.likeness[number] ?? 0)
  }
  let found = 0
  for (let number = span.first; number <= span.last; number++) found += text.weights[number] ?? 0
  const start = text.starts[bounds.first] ?? 0
  const end = text.ends[bounds.last] ?? 0
  const share = Math.min(1, (2 * kept) / (sought.weight + found))
  const agreement = contextAgreement(index.text, start, end, context)
  const score = (1 - weights.context) * share + weights.context * agreement
  return {
    start,
    end,
    share,
    agreement,
    score,
    rank: (1 - weights.context) * share + placeRank(agreement, start, hint),
  }
}

/**
 * Whether a place is like enough to be the quote's rather than some other passage's. Context and the old offset speak
 * for it; a short quote has to agree better, as a few words in common are soon found.
 */
export function isConvincing({ share, agreement, start }: Judged, { weight, hint }: Sought): boolean {
  const { contextSpeaks, offsetSpeaks, shortQuote, leastEvidence } = weights
  const evidence = share + contextSpeaks * agreement + offsetSpeaks * nearness(start, hint)
  return evidence >= leastEvidence + shortQuote / weight
}

/** How much the surroundings of a place say that it is the one meant. */
export function placeRank(agreement: number, start: number, hint: number): number {
  const whole = agreement > 0.999 ? weights.wholeContext : 0
  return weights.context * agreement + whole + weights.nearness * nearness(start, hint)
}

/** 1 at the old offset, falling to one half 500 units away. */
function nearness(start: number, hint: number): number {
  return 1 / (1 + Math.abs(start - hint) / 500)
}
