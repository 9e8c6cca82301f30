import { reanchor } from '#shared/anchoring/re-anchor.ts'
import type { Selectors } from '#shared/anchoring/selectors.ts'
import type { QuoteAnchor } from '#shared/domain/quote.ts'
import { setAnchor } from '../../../store/quotes.ts'
import { insertRow, updateRow } from '../../../store/rows.ts'
import type { ArticleHere, Place } from '../merging/article-here.ts'
import { altered } from './carry-revisions.ts'
import { type Carrying, idsOf, type SourceRow } from './carrying.ts'

type Anchors = ReadonlyMap<string, SourceRow[]>

/** The quotes of an article with their anchors, links, comments and translations, and the note on the article. */
export function carryQuotes(carrying: Carrying, sourceArticle: string, article: ArticleHere): void {
  const { from, merger } = carrying
  const quotes = carrying.rows('quote', 'AND article_id = ? ORDER BY created_at, id', sourceArticle)
  const anchors: Anchors = Map.groupBy(
    from.iterate<SourceRow>(
      `SELECT n.* FROM anchor n JOIN quote q ON q.id = n.quote_id
       WHERE q.article_id = ? AND q.deleted_at IS NULL AND n.deleted_at IS NULL`,
      sourceArticle,
    ),
    (row) => String(row['quote_id']),
  )
  const places = placesHere(carrying, article, quotes, anchors)
  for (const quote of quotes) {
    const anchor = places.get(quote.id)
    const place: Place =
      anchor?.start == null || anchor.end === null ? null : { start: anchor.start, end: anchor.end }
    const exact = String(quote['exact'])
    const taken = carrying.carry(quote, {
      table: 'quote',
      kind: 'quote',
      name: exact,
      needs: ['article_id', 'revision_id'],
      names: ['speaker_id', 'on_behalf_id', 'round_id'],
      instead: { utterance_id: null },
      twins: () => article.quotesAt(exact, place),
    })
    if (taken === null) continue
    if (taken.isNew) {
      article.addQuote(taken.id, exact, place)
      addAnchors(carrying, taken.id, quote, anchors.get(quote.id) ?? [])
      if (anchor !== undefined && merger.write !== null && !merger.isNew(article.id))
        setAnchor(merger.write, taken.id, anchor)
      if (anchor?.outcome === 'lost') merger.tally.lost(exact)
    }
    carryWhatHangsOn(carrying, quote.id, taken.id)
  }
  for (const note of carrying.rows('comment', 'AND article_id = ? AND quote_id IS NULL', sourceArticle))
    carryComment(carrying, note, article.id, null, merger.nameOf('article', article.id))
}

/** Where each quote stands in the text that is read here: by what the other notebook says of that text, or else looked for. */
function placesHere(
  carrying: Carrying,
  article: ArticleHere,
  quotes: readonly SourceRow[],
  anchors: Anchors,
): Map<string, QuoteAnchor> {
  const places = new Map<string, QuoteAnchor>()
  const sought = new Map<string, SourceRow[]>()
  for (const quote of quotes) {
    const known = (anchors.get(quote.id) ?? []).find(
      (anchor) => carrying.here(anchor['revision_id']) === article.revisionId,
    )
    if (known !== undefined) places.set(quote.id, anchorOf(known, article.revisionId))
    else if (!article.isNew) {
      const revisionId = String(quote['revision_id'])
      sought.set(revisionId, [...(sought.get(revisionId) ?? []), quote])
    }
  }
  for (const [revisionId, rows] of sought) {
    const old = textOf(carrying, revisionId)
    const verdicts = reanchor(old, article.text ?? '', rows.map(selectorsOf))
    rows.forEach((quote, index) => {
      const verdict = verdicts[index]
      const found = verdict?.anchor
      places.set(
        quote.id,
        verdict === undefined || found === undefined
          ? { revisionId: article.revisionId, outcome: 'lost', how: 'none', start: null, end: null, score: 0 }
          : { revisionId: article.revisionId, outcome: verdict.outcome, ...found },
      )
    })
  }
  return places
}

function addAnchors(
  carrying: Carrying,
  quoteId: string,
  quote: SourceRow,
  anchors: readonly SourceRow[],
): void {
  const { merger, from } = carrying
  if (merger.write === null) return
  const text = textOf(carrying, String(quote['revision_id']))
  if (text.slice(Number(quote['start_offset']), Number(quote['end_offset'])) !== quote['exact'])
    throw altered(from.path, 'A quote does not stand in its text.')
  for (const { id, ...anchor } of anchors) {
    const revisionId = carrying.here(anchor['revision_id'])
    if (revisionId === null) continue
    const known = merger.db.get<{ id: string }>(
      'SELECT id FROM anchor WHERE id = ? OR (quote_id = ? AND revision_id = ?)',
      id,
      quoteId,
      revisionId,
    )
    const row = { ...anchor, quote_id: quoteId, revision_id: revisionId }
    if (known === undefined) insertRow(merger.write, 'anchor', { ...row, id })
    else updateRow(merger.write, 'anchor', known.id, { ...row, deleted_at: null })
  }
}

function carryWhatHangsOn(carrying: Carrying, sourceQuote: string, quoteId: string): void {
  const { merger } = carrying
  const isNew = merger.isNew(quoteId)
  const exact = merger.nameOf('quote', quoteId)
  for (const link of carrying.rows('link', 'AND quote_id = ? ORDER BY created_at, id', sourceQuote)) {
    const [topicId, coderId] = [carrying.here(link['topic_id']), carrying.here(link['coder_id'])]
    carrying.carry(link, {
      table: 'link',
      kind: 'link',
      name: topicId === null ? '' : merger.nameOf('topic', topicId),
      needs: ['quote_id', 'topic_id'],
      names: ['coder_id', 'condition_topic_id', 'condition_actor_id'],
      key: `link ${quoteId} ${topicId} ${coderId}`,
      twins: (own) =>
        isNew
          ? []
          : idsOf(
              merger,
              `SELECT id FROM link WHERE quote_id = @quote_id AND topic_id = @topic_id AND coder_id IS @coder_id
                 AND deleted_at IS NULL`,
              own,
            ),
    })
  }
  for (const comment of carrying.rows('comment', 'AND quote_id = ?', sourceQuote))
    carryComment(
      carrying,
      comment,
      merger.db.get<{ id: string }>('SELECT article_id AS id FROM quote WHERE id = ?', quoteId)?.id ?? null,
      quoteId,
      exact,
    )
  for (const translation of carrying.rows(
    'translation',
    'AND quote_id = ? ORDER BY created_at, id',
    sourceQuote,
  )) {
    const another =
      isNew || translation['authoritative'] !== 1
        ? undefined
        : merger.db.get<{ text: string }>(
            `SELECT text FROM translation WHERE quote_id = ? AND id <> ? AND authoritative = 1 AND deleted_at IS NULL`,
            quoteId,
            translation.id,
          )
    const text = String(translation['text'])
    const taken = carrying.carry(translation, {
      table: 'translation',
      kind: 'translation',
      name: text,
      needs: ['quote_id'],
      ...(another !== undefined && { instead: { authoritative: 0 } }),
      twins: (own) =>
        idsOf(
          merger,
          'SELECT id FROM translation WHERE quote_id = @quote_id AND lang = @lang AND text = @text AND deleted_at IS NULL',
          own,
        ),
    })
    if (taken?.isNew && another !== undefined)
      merger.tally.conflict({
        kind: 'translation',
        name: exact,
        field: 'authoritative',
        here: another.text,
        there: text,
      })
  }
}

function carryComment(
  carrying: Carrying,
  comment: SourceRow,
  articleId: string | null,
  quoteId: string | null,
  name: string,
): void {
  carrying.carry(comment, {
    table: 'comment',
    kind: 'comment',
    name,
    instead: { article_id: articleId, quote_id: quoteId },
    key: `comment ${articleId} ${quoteId}`,
    twins: (own) =>
      idsOf(
        carrying.merger,
        'SELECT id FROM comment WHERE article_id = @article_id AND quote_id IS @quote_id AND deleted_at IS NULL',
        own,
      ),
  })
}

function anchorOf(row: SourceRow, revisionId: string): QuoteAnchor {
  return {
    revisionId,
    outcome: row['outcome'] as QuoteAnchor['outcome'],
    how: row['how'] as QuoteAnchor['how'],
    start: row['start_offset'] as number | null,
    end: row['end_offset'] as number | null,
    score: Number(row['score']),
  }
}

function selectorsOf(quote: SourceRow): Selectors {
  return {
    exact: String(quote['exact']),
    prefix: String(quote['prefix']),
    suffix: String(quote['suffix']),
    start: Number(quote['start_offset']),
    end: Number(quote['end_offset']),
  }
}

function textOf({ from }: Carrying, revisionId: string): string {
  return from.get<{ text: string }>('SELECT text FROM revision WHERE id = ?', revisionId)?.text ?? ''
}
