import type { QuoteRow } from '#shared/domain/quote.ts'

type Cited = Pick<QuoteRow, 'exact' | 'saidOn' | 'page' | 'articleTitle' | 'outlet' | 'publishedAt' | 'url'>

/** A quote as plain text with what it takes to trace it: who, when, where it stood. What is unknown is left out. */
export function citeAsText(quote: Cited, speaker: string | null): string {
  const said = [speaker, quote.saidOn].filter((part) => part !== null).join(', ')
  const published = quote.publishedAt?.slice(0, 10) ?? null
  const page = quote.page === null ? null : `p. ${quote.page}`
  const source = [quote.articleTitle, quote.outlet, published, page]
    .filter((part) => part !== null)
    .join(', ')
  return [`“${quote.exact}”`, said === '' ? null : `— ${said}`, source, quote.url]
    .filter((line) => line !== null)
    .join('\n')
}
