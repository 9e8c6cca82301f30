import { foldText } from '#shared/anchoring/fold.ts'
import type { EvidenceFinding, EvidenceFindingKind } from '#shared/domain/dossier-check.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import type { Readable } from '../../store/connection.ts'
import { anchorsOfQuote, quotesById } from '../../store/quotes.ts'
import { createRevisionTexts, type RevisionTexts } from './revision-texts.ts'
import type { PlacedNode } from './walk-dossier.ts'

interface Embed {
  quoteId: string
  revisionId: string
  text: string
}

/**
 * What is wrong with the embedded quotes, in their order. Words are compared without what typesetting changes: white space, the
 * form of quotation marks and dashes, characters that are not seen.
 */
export function checkEmbeds(db: Readable, embeds: readonly PlacedNode[]): EvidenceFinding[] {
  const ids = [...new Set(embeds.map(({ node }) => String(node.attrs['quoteId'])))]
  const quotes = new Map(quotesById(db, ids).map((quote) => [quote.id, quote]))
  const trashed = trashedQuotes(db, ids)
  const texts = createRevisionTexts(db)
  return embeds.flatMap(({ node, place }) => {
    const embed = node.attrs as Embed
    const quote = quotes.get(embed.quoteId)
    const finding = (kind: EvidenceFindingKind, sourceText: string | null = null): EvidenceFinding => ({
      kind,
      place,
      quoteId: embed.quoteId,
      articleId: quote?.articleId ?? null,
      articleTitle: quote?.articleTitle ?? null,
      text: embed.text,
      sourceText,
    })
    if (quote === undefined) return [finding('gone')]
    return [
      ...(trashed.has(quote.id) ? [finding('in-trash')] : []),
      ...compareWords(db, embed, quote, texts).map(([kind, source]) => finding(kind, source)),
      ...(quote.speakerId === null ? [finding('no-speaker')] : []),
      ...(quote.saidOn === null && quote.publishedAt === null ? [finding('no-date')] : []),
    ]
  })
}

function compareWords(
  db: Readable,
  { revisionId, text }: Embed,
  quote: QuoteRow,
  texts: RevisionTexts,
): [EvidenceFindingKind, string | null][] {
  const found: [EvidenceFindingKind, string | null][] = []
  const current = quote.anchor.revisionId
  const isSame = (words: string) => foldText(words).folded === foldText(text).folded
  const taken = wordsIn(db, quote, revisionId, texts)
  if (taken === null ? revisionId !== current : !isSame(taken)) found.push(['words-differ', taken])
  if (revisionId === current && taken !== null) return found
  const now = wordsIn(db, quote, current, texts)
  if (now === null) found.push(['source-lost', null])
  else if (!isSame(now) && found.length === 0) found.push(['source-changed', now])
  return found
}

/** The words of a quote in one revision; null where it does not stand there. */
function wordsIn(db: Readable, quote: QuoteRow, revisionId: string, texts: RevisionTexts): string | null {
  if (revisionId === quote.revisionId && revisionId !== quote.anchor.revisionId)
    return texts.slice(revisionId, quote.start, quote.end)
  const { start, end } =
    revisionId === quote.anchor.revisionId
      ? quote.anchor
      : (anchorsOfQuote(db, quote.id).find((anchor) => anchor.revisionId === revisionId) ?? nowhere)
  return start === null || end === null ? null : texts.slice(revisionId, start, end)
}

const nowhere = { start: null, end: null }

function trashedQuotes(db: Readable, ids: readonly string[]): Set<string> {
  const rows = db.all<{ id: string }>(
    `SELECT q.id FROM quote q JOIN article a ON a.id = q.article_id
     WHERE q.id IN (SELECT value FROM json_each(?)) AND (q.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL)`,
    JSON.stringify(ids),
  )
  return new Set(rows.map(({ id }) => id))
}
