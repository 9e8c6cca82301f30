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
 * From the first to the last word of the text paired with a word of the quote. A quote that ended with its sentence
 * ends with its sentence again, also where its last words were exchanged.
 */
export function boundsOf(pattern: Pattern, { partners }: Alignment, text: Words): WordSpan | undefined {
  const { words, quoteFrom, quoteTo } = pattern
  let head = quoteFrom
  while (head < quoteTo && partners[head] === -1) head++
  if (head === quoteTo) return undefined
  let tail = quoteTo - 1
  while (partners[tail] === -1) tail--
  const first = partners[head] ?? 0
  const last = partners[tail] ?? 0
  const isWhole = tail === quoteTo - 1 || !SENTENCE_END.test(words.keys[quoteTo - 1] ?? '')
  return { first, last: isWhole ? last : sentenceEnd(text, last) }
}

/** The number of the word that ends the sentence `word` is in; `word` itself if that is too far away. */
function sentenceEnd(text: Words, word: number): number {
  for (let number = word; number <= word + LONGEST_NEW_ENDING; number++) {
    if (SENTENCE_END.test(text.keys[number] ?? '')) return number
  }
  return word
}
