import { findApproximately } from './approximate.ts'
import { findByQuote } from './occurrences.ts'
import type { Selectors } from './selectors.ts'
import { indexText, type TextIndex } from './text-index.ts'

export type FoundHow = 'position' | 'quote' | 'approximate'

/** UTF-16 offsets into the text searched, end exclusive; `score` from 0 to 1, 1 where words and context all agree. */
export interface FoundAnchor {
  start: number
  end: number
  how: FoundHow
  score: number
}

export type Anchor = FoundAnchor | { lost: true }

/**
 * Finds a stored quote in a text, from cheap to costly: at its old place, anywhere by its exact words, by its words in
 * other typesetting, and last by likeness of words and context. A passage that is no longer there is `lost`, as a wrong
 * place is worse than none. Pass an index from `indexText` where many quotes are looked for in one text.
 */
export function findAnchor(text: string | TextIndex, selectors: Selectors): Anchor {
  if (selectors.exact.trim() === '') return { lost: true }
  const index = typeof text === 'string' ? indexText(text) : text
  return findByQuote(index, selectors) ?? findApproximately(index, selectors) ?? { lost: true }
}
