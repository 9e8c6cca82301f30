import type { DragEvent } from 'react'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { escapeHtml } from '#shared/util/escape-html.ts'

type Cited = Pick<QuoteRow, 'exact' | 'saidOn' | 'page' | 'articleTitle' | 'outlet' | 'publishedAt' | 'url'>

/** A quote as another program takes it, with what it takes to trace it: who, when, where it stood. */
export interface Citation {
  text: string
  /** The same for programs that take rich text, with the title as a link to the source. */
  html: string
}

/** What is unknown is left out. */
export function cite(quote: Cited, speaker: string | null): Citation {
  const said = [speaker, quote.saidOn].filter((part) => part !== null).join(', ')
  const published = quote.publishedAt?.slice(0, 10) ?? null
  const page = quote.page === null ? null : `p. ${quote.page}`
  const place = [quote.outlet, published, page].filter((part) => part !== null)
  const title = escapeHtml(quote.articleTitle)
  const link = quote.url === null ? title : `<a href="${escapeHtml(quote.url)}">${title}</a>`
  const attribution = [
    said === '' ? null : `— ${escapeHtml(said)}`,
    [link, ...place.map(escapeHtml)].join(', '),
  ]
  return {
    text: [
      `“${quote.exact}”`,
      said === '' ? null : `— ${said}`,
      [quote.articleTitle, ...place].join(', '),
      quote.url,
    ]
      .filter((line) => line !== null)
      .join('\n'),
    html: `<blockquote>“${escapeHtml(quote.exact)}”</blockquote>
<p>${attribution.filter((line) => line !== null).join('<br>')}</p>`,
  }
}

/** Puts the citation onto the clipboard, as text and as HTML. */
export function copyCitation({ text, html }: Citation): Promise<void> {
  const part = (type: string, content: string) => [type, new Blob([content], { type })]
  const parts = [part('text/plain', text), part('text/html', html)]
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))])
}

/** Lets a quote be dragged into another program. Nothing else goes along: an address would be clipped when dropped here. */
export function dragCitation(event: DragEvent, { text, html }: Citation): void {
  event.dataTransfer.clearData()
  event.dataTransfer.setData('text/plain', text)
  event.dataTransfer.setData('text/html', html)
  event.dataTransfer.effectAllowed = 'copy'
}
