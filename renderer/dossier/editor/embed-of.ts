import type { QuoteRow } from '#shared/domain/quote.ts'

/** What a quote is embedded with: the words it has, and the revision they are from. */
export function embedOf({ id, revisionId, exact }: Pick<QuoteRow, 'id' | 'revisionId' | 'exact'>) {
  return { type: 'quoteEmbed', attrs: { quoteId: id, revisionId, text: exact } }
}
