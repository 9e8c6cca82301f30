import type { QuoteRow } from '#shared/domain/quote.ts'

/** The quotes of one speaker, latest said first; `speakerId` is null where nobody is named. */
export interface SpeakerGroup {
  speakerId: string | null
  quotes: QuoteRow[]
}

/** When a quote was said, or else when its article was published: what it is placed in time by. */
export function dateOfQuote(quote: Pick<QuoteRow, 'saidOn' | 'publishedAt'>): string | null {
  return quote.saidOn ?? quote.publishedAt?.slice(0, 10) ?? null
}

/** Quotes by speaker: whoever said most comes first, the unnamed come last; each in the order of time, latest first. */
export function groupBySpeaker(quotes: readonly QuoteRow[]): SpeakerGroup[] {
  const groups = Map.groupBy(quotes, (quote) => quote.speakerId)
  return [...groups]
    .map(([speakerId, members]) => ({
      speakerId,
      quotes: members.toSorted((a, b) => (dateOfQuote(b) ?? '').localeCompare(dateOfQuote(a) ?? '')),
    }))
    .sort(
      (a, b) =>
        Number(a.speakerId === null) - Number(b.speakerId === null) || b.quotes.length - a.quotes.length,
    )
}

/** Quotes by topic: one that is linked to several stands in each of them. `topicIds` gives the order. */
export function groupByTopic(
  quotes: readonly QuoteRow[],
  topicIds: readonly string[],
): { topicId: string | null; quotes: QuoteRow[] }[] {
  const byTopic = topicIds.map((topicId) => ({
    topicId: topicId as string | null,
    quotes: quotes.filter((quote) => quote.links.some((link) => link.topicId === topicId)),
  }))
  const loose = { topicId: null, quotes: quotes.filter((quote) => quote.links.length === 0) }
  return [...byTopic, loose].filter((group) => group.quotes.length > 0)
}
