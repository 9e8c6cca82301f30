import { findAnchor } from '#shared/anchoring/find-anchor.ts'
import { CONTEXT_LENGTH } from '#shared/anchoring/selectors.ts'
import type { TextIndex } from '#shared/anchoring/text-index.ts'
import type { BundledQuote } from '../bundle.ts'
import { keptText } from './exact-text.ts'

export interface Placed {
  start: number
  end: number
  /** False where the text has other words there, only like those of the quote. */
  isExact: boolean
  score: number
}

type Sought = Pick<BundledQuote, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>

/**
 * Where a quote stands in a text: at its own offsets where its words are there, else where its words are found; null where they are
 * not.
 */
export function placeQuote(index: TextIndex, quote: Sought): Placed | null {
  const { text } = index
  const exact = keptText(quote.exact)
  const { start } = quote
  if (start !== undefined && text.startsWith(exact, start)) return found(start, exact)
  const first = text.indexOf(exact)
  if (first !== -1 && text.indexOf(exact, first + 1) === -1) return found(first, exact)
  const anchor = findAnchor(index, {
    exact,
    prefix: contextOf(quote.prefix, 'end'),
    suffix: contextOf(quote.suffix, 'start'),
    start: start ?? 0,
    end: (start ?? 0) + exact.length,
  })
  if ('lost' in anchor) return first === -1 ? null : found(first, exact)
  return { start: anchor.start, end: anchor.end, isExact: anchor.how !== 'approximate', score: anchor.score }
}

/** What stands before and after a passage, as a quote keeps it. */
export function contextAround(text: string, { start, end }: { start: number; end: number }) {
  return {
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start).toWellFormed(),
    suffix: text.slice(end, end + CONTEXT_LENGTH).toWellFormed(),
  }
}

function found(start: number, exact: string): Placed {
  return { start, end: start + exact.length, isExact: true, score: 1 }
}

function contextOf(words: string | undefined, nearest: 'start' | 'end'): string {
  const kept = keptText(words ?? '')
  return nearest === 'start' ? kept.slice(0, CONTEXT_LENGTH) : kept.slice(-CONTEXT_LENGTH)
}
