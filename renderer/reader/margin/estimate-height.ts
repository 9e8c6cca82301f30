import type { Quote } from '#shared/domain/quote.ts'

/** The rows of a quiet card in CSS pixels, as card.module.css sets them at the default text size. */
const rows = { frame: 24, head: 20, line: 20, topics: 25, comment: 24 } as const
const charactersALine = 37

/** About how tall a quiet card will be, for cards that are too far from the screen to be drawn and measured. */
export function estimateHeight(quote: Pick<Quote, 'exact' | 'links' | 'comment'>): number {
  const lines = Math.min(2, Math.ceil(quote.exact.length / charactersALine))
  return (
    rows.frame +
    rows.head +
    lines * rows.line +
    (quote.links.length > 0 ? rows.topics : 0) +
    (quote.comment === null ? 0 : rows.comment)
  )
}
