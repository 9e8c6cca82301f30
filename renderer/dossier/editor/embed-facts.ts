import type { EmbeddedQuote } from '#shared/domain/dossier.ts'

/** What is wrong with an embedded quote, gravest first; null where nothing is. */
export type EmbedTrouble = 'gone' | 'trashed' | 'other-words' | 'lost' | 'changed' | null

/**
 * Compares an embed with its quote. `other-words`: the embed has not the words that were marked, which happens to documents that
 * were written outside the app. `undefined` is a quote that is no longer in the notebook.
 */
export function troubleOf(text: string, quote: EmbeddedQuote | undefined): EmbedTrouble {
  if (quote === undefined) return 'gone'
  if (quote.isTrashed) return 'trashed'
  if (text !== quote.exact && text !== quote.currentWords) return 'other-words'
  if (quote.anchor.outcome === 'lost') return 'lost'
  if (quote.currentWords !== null && text !== quote.currentWords) return 'changed'
  return null
}
