import type { QuoteLink } from '#shared/domain/link.ts'
import type { Quote } from '#shared/domain/quote.ts'

/** The link of a quote that was made last: the one a stance key speaks of, and that colours the highlight. */
export function latestLink({ links }: Pick<Quote, 'links'>): QuoteLink | undefined {
  return latest(links)
}

/** The topic that was linked last in these quotes; what is marked next is probably about it too. */
export function latestTopicId(quotes: readonly Pick<Quote, 'links'>[]): string | null {
  return latest(quotes.flatMap(({ links }) => links))?.topicId ?? null
}

/** Ids are UUIDv7: the greatest is the youngest. */
function latest(links: readonly QuoteLink[]): QuoteLink | undefined {
  return links.reduce<QuoteLink | undefined>(
    (last, link) => (last === undefined || link.id > last.id ? link : last),
    undefined,
  )
}
