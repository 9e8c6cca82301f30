import { indexText, type TextIndex } from '#shared/anchoring/text-index.ts'
import type { Readable } from '../../../store/connection.ts'

/** What marks a text that is made of the little another program kept, until the address is clipped. */
export const standInWarning = {
  code: 'made-of-excerpts',
  message:
    'This is no captured text: it is made of the excerpts that came with an import. Clip the address to have it whole.',
}

/** Where a quote stands in the text that is read now; null where it is lost. */
export type Place = { start: number; end: number } | null

export interface OtherText {
  revisionId: string
  text: string
}

/** An article of this notebook while things are put into it. */
export interface ArticleHere {
  readonly id: string
  readonly isNew: boolean
  revisionId: string
  /** Null where it is not read yet, as a preview takes no file apart. */
  text: string | null
  isStandIn: boolean
  /** A text beside it, with the words of quotes that the current one has not. */
  other: OtherText | null
  index(): TextIndex
  /** The quotes here that have the same words at the same place. */
  quotesAt(exact: string, place: Place): readonly string[]
  addQuote(id: string, exact: string, place: Place): void
}

export function articleHere(db: Readable, id: string): ArticleHere {
  const row = db.get<{ revisionId: string; text: string; warnings: string }>(
    `SELECT r.id AS revisionId, r.text, r.warnings FROM article a JOIN revision r ON r.id = a.current_revision_id WHERE a.id = ?`,
    id,
  )
  const article = createArticleHere({
    id,
    isNew: false,
    revisionId: row?.revisionId ?? '',
    text: row?.text ?? '',
    isStandIn: (row?.warnings ?? '').includes(standInWarning.code),
  })
  const quotes = db.all<{ id: string; exact: string; start: number | null; end: number | null }>(
    `SELECT q.id, q.exact, n.start_offset AS start, n.end_offset AS end FROM quote q
     JOIN article a ON a.id = q.article_id
     LEFT JOIN anchor n ON n.quote_id = q.id AND n.revision_id = a.current_revision_id
     WHERE q.article_id = ? AND q.deleted_at IS NULL`,
    id,
  )
  for (const { id: quoteId, exact, start, end } of quotes)
    article.addQuote(quoteId, exact, start === null || end === null ? null : { start, end })
  return article
}

export function createArticleHere(
  facts: Pick<ArticleHere, 'id' | 'isNew' | 'revisionId' | 'text' | 'isStandIn'>,
): ArticleHere {
  const quotes = new Map<string, string[]>()
  const keyOf = (exact: string, place: Place) =>
    place === null ? `lost ${exact}` : `${place.start} ${place.end} ${exact}`
  let indexed: { text: string; index: TextIndex } | null = null
  const article: ArticleHere = {
    ...facts,
    other: null,
    index() {
      const text = article.text ?? ''
      if (indexed?.text !== text) indexed = { text, index: indexText(text) }
      return indexed.index
    },
    quotesAt: (exact, place) => quotes.get(keyOf(exact, place)) ?? [],
    addQuote(id, exact, place) {
      const key = keyOf(exact, place)
      const known = quotes.get(key)
      if (known === undefined) quotes.set(key, [id])
      else known.push(id)
    },
  }
  return article
}
