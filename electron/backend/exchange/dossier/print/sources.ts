import type { Node } from 'prosemirror-model'
import type { CitationLang, CitationStyle } from '#shared/domain/citation.ts'
import type { DossierPlace } from '#shared/domain/dossier-check.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import type { Readable } from '../../../store/connection.ts'
import { quotesById } from '../../../store/quotes.ts'
import { type CslItem, cslItemOf } from '../../formats/csl-item.ts'
import { type Citations, type Cited, cite } from '../citations/cite.ts'
import { blocksOf } from '../walk-dossier.ts'

export interface PlacedEmbed {
  place: DossierPlace
  quoteId: string
  /** Undefined for a quote that is gone. */
  quote: QuoteRow | undefined
  /** The number of its note among all notes; null where it is cited in the text, or not at all. */
  note: number | null
  /** Which of the citations is its own; null for a quote that is gone. */
  citation: number | null
}

export interface Sources extends Citations {
  embeds: PlacedEmbed[]
}

export interface StyleChoice {
  style: CitationStyle
  styleXml: string
  lang: CitationLang
  forceLang: boolean
}

/** Cites what a dossier quotes and mentions. Notes are counted together with the footnotes that the analyst wrote. */
export function citeDossier(db: Readable, document: Node, choice: StyleChoice): Sources {
  const placed = [...blocksOf(document)]
  const ids = placed.flatMap(({ node }) =>
    node.type.name === 'quoteEmbed' ? [String(node.attrs['quoteId'])] : [],
  )
  const quotes = new Map(quotesById(db, [...new Set(ids)]).map((quote) => [quote.id, quote]))
  const embeds: PlacedEmbed[] = []
  const cited: Cited[] = []
  let notes = 0
  for (const { node, place } of placed) {
    if (node.isTextblock) notes += node.children.filter(({ type }) => type.name === 'footnote').length
    if (node.type.name !== 'quoteEmbed') continue
    const quoteId = String(node.attrs['quoteId'])
    const quote = quotes.get(quoteId)
    const isNote = quote !== undefined && choice.style.kind === 'note'
    if (isNote) notes++
    const note = isNote ? notes : null
    embeds.push({ place, quoteId, quote, note, citation: quote === undefined ? null : cited.length })
    if (quote !== undefined) cited.push({ articleId: quote.articleId, page: quote.page, note: note ?? 0 })
  }
  const mentioned = mentionedArticles(document)
  const items = cslItems(db, [...new Set([...cited.map(({ articleId }) => articleId), ...mentioned])])
  const alsoIds = mentioned.filter((id) => items.has(id))
  return { embeds, ...cite({ ...choice, items, cited, alsoIds }) }
}

function mentionedArticles(document: Node): string[] {
  const found = new Set<string>()
  document.descendants(({ type, attrs }) => {
    if (type.name === 'mention' && attrs['kind'] === 'article') found.add(String(attrs['id']))
  })
  return [...found]
}

function cslItems(db: Readable, ids: readonly string[]): Map<string, CslItem> {
  const rows = db.all<Parameters<typeof cslItemOf>[0]>(
    `SELECT id, title, outlet, byline, lang, url, published_at AS publishedAt, clipped_at AS clippedAt
     FROM article WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(rows.map((row) => [row.id, cslItemOf(row)]))
}
