import type { BundledQuote } from '../bundle.ts'
import type { ArticleHere, OtherText, Place } from './article-here.ts'
import { keptText } from './exact-text.ts'
import { contextAround, placeQuote } from './place-quote.ts'

/** A quote with the revision its words stand in, and what became of it in the text that is read. */
export interface Marked {
  exact: string
  revisionId: string
  start: number
  end: number
  prefix: string
  suffix: string
  anchor: {
    outcome: 'same' | 'changed' | 'lost'
    how: 'marked' | 'approximate' | 'none'
    place: Place
    score: number
  }
}

const longestQuote = 100_000

/** The quotes of an article that hold any words, with the others told. */
export function quotable(quotes: readonly BundledQuote[], onOther: (name: string) => void): BundledQuote[] {
  return quotes.filter(({ key, exact }) => {
    const fits = exact.trim() !== '' && exact.length <= longestQuote
    if (!fits) onOther(exact.trim() === '' ? key : exact)
    return fits
  })
}

/** Where a quote stands in the current text, and where its very words are. Null where those stand in no text that is there yet. */
export function markQuote(article: ArticleHere, quote: BundledQuote, other: OtherText | null): Marked | null {
  const index = article.index()
  const placed = placeQuote(index, quote)
  if (placed?.isExact) return marked(article.revisionId, index.text, placed, inPlace(placed))
  const exact = keptText(quote.exact)
  const at = other === null ? -1 : startIn(other.text, exact, quote.start)
  if (other === null || at === -1) return null
  const anchor: Marked['anchor'] =
    placed === null
      ? { outcome: 'lost', how: 'none', place: null, score: 0 }
      : { ...inPlace(placed), outcome: 'changed', how: 'approximate', score: placed.score }
  return marked(other.revisionId, other.text, { start: at, end: at + exact.length }, anchor)
}

function marked(
  revisionId: string,
  text: string,
  { start, end }: { start: number; end: number },
  anchor: Marked['anchor'],
): Marked {
  return {
    exact: text.slice(start, end),
    revisionId,
    start,
    end,
    ...contextAround(text, { start, end }),
    anchor,
  }
}

function inPlace({ start, end }: { start: number; end: number }): Marked['anchor'] {
  return { outcome: 'same', how: 'marked', place: { start, end }, score: 1 }
}

function startIn(text: string, exact: string, hint: number | undefined): number {
  return hint !== undefined && text.startsWith(exact, hint) ? hint : text.indexOf(exact)
}
