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
 * From the first to the last word of the text paired with a word of the quote; undefined where there is none. A quote
 * that ended with its sentence ends with its sentence again, where more than the full stop was exchanged.
 */
export function spanOf(pattern: Pattern, { partners }: Alignment, text: Words): WordSpan | undefined {
  const { quoteFrom, quoteTo } = pattern
  let head = quoteFrom
  while (head < quoteTo && partners[head] === -1) head++
  if (head === quoteTo) return undefined
  let tail = quoteTo - 1
  while (partners[tail] === -1) tail--
  return { first: partners[head] ?? 0, last: endingOf(pattern, tail, partners[tail] ?? 0, text) }
}

/**
 * The span as it is answered, for a place that was found convincing. It begins and ends with words that stayed: a word at
 * the edge that is only alike, and cut off from the rest by words left out or put in, may be another's.
 */
export function boundsOf(pattern: Pattern, alignment: Alignment, text: Words): WordSpan | undefined {
  const { partners } = alignment
  const { quoteFrom, quoteTo } = pattern
  const span = spanOf(pattern, alignment, text)
  if (!span) return undefined
  let head = quoteFrom
  while (partners[head] === -1) head++
  let tail = quoteTo - 1
  while (partners[tail] === -1) tail--
  while (head < tail && isLoose(alignment, head, nextPaired(partners, head, 1)))
    head = nextPaired(partners, head, 1)
  while (tail > head && isLoose(alignment, tail, nextPaired(partners, tail, -1)))
    tail = nextPaired(partners, tail, -1)
  let first = partners[head] ?? 0
  let last = partners[tail] ?? 0
  // One word in the place of one at the very edge: the context beside it says that it is the quote's.
  if (head === quoteFrom + 1 && partners[quoteFrom - 1] === first - 2) first--
  if (tail === quoteTo - 2 && partners[quoteTo] === last + 2) last++
  return { first, last: endingOf(pattern, tail, last, text) }
}

/** Whether a word is only alike, and fewer or more words than before lie between it and the next that stayed. */
function isLoose({ partners, likeness }: Alignment, word: number, next: number): boolean {
  return (likeness[word] ?? 0) < 1 && (partners[next] ?? 0) - (partners[word] ?? 0) !== next - word
}

function nextPaired(partners: Int32Array, word: number, step: 1 | -1): number {
  let next = word + step
  while (partners[next] === -1) next += step
  return next
}

function endingOf({ words, quoteTo }: Pattern, tail: number, last: number, text: Words): number {
  const isWhole = tail >= quoteTo - 2 || !SENTENCE_END.test(words.keys[quoteTo - 1] ?? '')
  return isWhole ? last : sentenceEnd(text, last)
}

/** The number of the word that ends the sentence `word` is in; `word` itself if that is too far away. */
function sentenceEnd(text: Words, word: number): number {
  for (let number = word; number <= word + LONGEST_NEW_ENDING; number++) {
    if (SENTENCE_END.test(text.keys[number] ?? '')) return number
  }
  return word
}
