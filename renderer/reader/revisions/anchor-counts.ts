import type { Quote, QuoteAnchor } from '#shared/domain/quote.ts'

export type AnchorCounts = Record<QuoteAnchor['outcome'], number>

/** Where the quotes of earlier revisions went in this one; those that were marked in it are not counted. */
export function countAnchors(anchors: readonly Pick<QuoteAnchor, 'outcome' | 'how'>[]): AnchorCounts {
  const counts: AnchorCounts = { same: 0, moved: 0, changed: 0, lost: 0 }
  for (const { outcome, how } of anchors) if (how !== 'marked') counts[outcome] += 1
  return counts
}

/**
 * The quotes as one revision holds them: with the anchors given, in the order of its text, outer ones first. Those that
 * have no place there are left out.
 */
export function placeQuotes(
  quotes: readonly Quote[],
  anchors: ReadonlyMap<string, QuoteAnchor> | null,
): PlacedQuote[] {
  return quotes
    .map((quote) => ({
      ...quote,
      anchor: anchors === null ? quote.anchor : (anchors.get(quote.id) ?? nowhere),
    }))
    .filter(isPlaced)
    .sort(
      (a, b) =>
        a.anchor.start - b.anchor.start ||
        b.anchor.end - a.anchor.end ||
        a.createdAt.localeCompare(b.createdAt),
    )
}

/** A quote that has a passage in the revision on screen. */
export type PlacedQuote = Quote & { anchor: QuoteAnchor & { start: number; end: number } }

const nowhere: QuoteAnchor = {
  revisionId: '',
  outcome: 'lost',
  how: 'none',
  start: null,
  end: null,
  score: 0,
}

function isPlaced(quote: Quote): quote is PlacedQuote {
  return quote.anchor.start !== null && quote.anchor.end !== null
}
