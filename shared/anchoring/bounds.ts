import type { Alignment, Pattern } from './align.ts'
import type { Words } from './words.ts'

/** Numbers of the first and last word of the text that belong to the quote. */
export interface WordSpan {
  first: number
  last: number
}

const SENTENCE_END = /^[.!?\u2026\u3002]$/
/** How far past the last word in common the end of its sentence may lie. */
const LONGEST_NEW_ENDING = 12

/**
 * From the first to the last word of the text paired with a word of the quote. Where words at the quote's ends have no
 * partner but the context beside them has, the words that took their places, no more than they were, belong to it too.
 * A quote that ended with its sentence ends with its sentence again, where more than the full stop was exchanged.
 */
export function boundsOf(pattern: Pattern, { partners }: Alignment, text: Words): WordSpan | undefined {
  const { words, quoteFrom, quoteTo } = pattern
  let head = quoteFrom
  while (head < quoteTo && partners[head] === -1) head++
  if (head === quoteTo) return undefined
  let tail = quoteTo - 1
  while (partners[tail] === -1) tail--
  let first = partners[head] ?? 0
  let last = partners[tail] ?? 0
  const before = quoteFrom > 0 ? (partners[quoteFrom - 1] ?? -1) : -1
  if (before !== -1) first -= exchanged(head - quoteFrom, first - before - 1)
  const after = partners[quoteTo] ?? -1
  if (after !== -1) last += exchanged(quoteTo - 1 - tail, after - last - 1)
  const isWhole = tail >= quoteTo - 2 || !SENTENCE_END.test(words.keys[quoteTo - 1] ?? '')
  return { first, last: isWhole ? last : sentenceEnd(text, last) }
}

/** How many of the words in between stand for the quote's missing ones. */
function exchanged(missing: number, between: number): number {
  return between > 0 && between <= missing ? between : 0
}

/** The number of the word that ends the sentence `word` is in; `word` itself if that is too far away. */
function sentenceEnd(text: Words, word: number): number {
  for (let number = word; number <= word + LONGEST_NEW_ENDING; number++) {
    if (SENTENCE_END.test(text.keys[number] ?? '')) return number
  }
  return word
}
