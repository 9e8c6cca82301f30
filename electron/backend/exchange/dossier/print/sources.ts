import type { CitationLang, CitationStyle, CitedInDossier } from '#shared/domain/citation.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import type { Readable } from '../../../store/connection.ts'
import { quotesById } from '../../../store/quotes.ts'
import { type CslItem, cslItemOf } from '../../formats/csl-item.ts'
import { type Citations, type Cited, cite } from '../citations/cite.ts'

export interface CitedEmbed {
  /** Undefined for a quote that is gone. */
  quote: QuoteRow | undefined
  /** The number of its note among all notes; null where it is cited in the text, or not at all. */
  note: number | null
  /** Which of the citations is its own; null for a quote that is gone. */
  citation: number | null
}

export interface Sources extends Citations {
  /** In the order of the document. */
  embeds: CitedEmbed[]
  /** What is known of each source, by the id of its article. */
  items: ReadonlyMap<string, CslItem>
}

export interface StyleChoice {
  style: CitationStyle
  styleXml: string
  lang: CitationLang
  forceLang: boolean
}

/** Cites what a dossier quotes and mentions. Notes are counted together with the footnotes that the analyst wrote. */
export function citeSources(
  db: Readable,
  { quotes, articles }: CitedInDossier,
  choice: StyleChoice,
): Sources {
  const rows = new Map(quotesById(db, [...new Set(quotes.map(({ id }) => id))]).map((row) => [row.id, row]))
  const embeds: CitedEmbed[] = []
  const cited: Cited[] = []
  let ownNotes = 0
  for (const { id, notes } of quotes) {
    const quote = rows.get(id)
    const isNote = quote !== undefined && choice.style.kind === 'note'
    if (isNote) ownNotes++
    const note = isNote ? notes + ownNotes : null
    embeds.push({ quote, note, citation: quote === undefined ? null : cited.length })
    if (quote !== undefined) cited.push({ articleId: quote.articleId, page: quote.page, note: note ?? 0 })
  }
  const items = cslItems(db, [...new Set([...cited.map(({ articleId }) => articleId), ...articles])])
  const alsoIds = articles.filter((id) => items.has(id))
  return { embeds, items, ...cite({ ...choice, items, cited, alsoIds }) }
}

function cslItems(db: Readable, ids: readonly string[]): Map<string, CslItem> {
  const rows = db.all<Parameters<typeof cslItemOf>[0]>(
    `SELECT id, title, outlet, byline, lang, url, published_at AS publishedAt, clipped_at AS clippedAt
     FROM article WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(rows.map((row) => [row.id, cslItemOf(row)]))
}
