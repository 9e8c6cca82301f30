import type { Alignment, Pattern } from './align.ts'

/** Numbers of the first and last word of the text that belong to the quote. */
export interface WordSpan {
  first: number
  last: number
}

/**
 * The span of the words paired with words of the quote. Where the quote's first or last words have no partner, but
 * the context next to them has, the few words in between are what they became, and belong to the span too.
 */
export function boundsOf(pattern: Pattern, { partners }: Alignment, wordCount: number): WordSpan | undefined {
  const { quoteFrom, quoteTo, atStart, atEnd } = pattern
  let head = quoteFrom
  while (head < quoteTo && partners[head] === -1) head++
  if (head === quoteTo) return undefined
  let tail = quoteTo - 1
  while (partners[tail] === -1) tail--
  const first = partners[head] ?? 0
  const last = partners[tail] ?? 0

  let before = quoteFrom - 1
  while (before >= 0 && partners[before] === -1) before--
  const borderBefore = before >= 0 ? (partners[before] ?? 0) : atStart ? -1 : undefined
  const lostBefore = before >= 0 ? quoteFrom - 1 - before : 0

  let after = quoteTo
  while (after < partners.length && partners[after] === -1) after++
  const borderAfter = after < partners.length ? (partners[after] ?? 0) : atEnd ? wordCount : undefined
  const lostAfter = after < partners.length ? after - quoteTo : 0

  return {
    first:
      first -
      becameOf(head - quoteFrom, borderBefore === undefined ? 0 : first - borderBefore - 1 - lostBefore),
    last:
      last + becameOf(quoteTo - 1 - tail, borderAfter === undefined ? 0 : borderAfter - last - 1 - lostAfter),
  }
}

/** How many of the words between belong to the quote, when `missing` of its own are gone. */
function becameOf(missing: number, between: number): number {
  return missing > 0 && between > 0 && between <= 2 * missing + 1 ? between : 0
}
