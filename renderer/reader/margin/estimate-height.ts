import type { Quote } from '#shared/domain/quote.ts'

/** The rows of a quiet card in CSS pixels, as card.module.css sets them at the default text size. */
const rows = { padding: 20, head: 20, line: 20, topics: 26, comment: 22 } as const
const charactersALine = 40

/** About how tall a quiet card will be, for cards that are too far from the screen to be drawn and measured. */
export function estimateHeight(quote: Pick<Quote, 'exact' | 'links' | 'comment'>): number {
  const lines = Math.min(2, Math.ceil(quote.exact.length / charactersALine))
  return (
    rows.padding +
    rows.head +
    lines * rows.line +
    (quote.links.length > 0 ? rows.topics : 0) +
    (quote.comment === null ? 0 : rows.comment)
  )
}
