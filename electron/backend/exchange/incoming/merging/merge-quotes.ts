import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import { commentFromMarkdown } from '../../comment-from-markdown.ts'
import { setAnchor } from '../../../store/quotes.ts'
import type { BundledLink, BundledQuote, BundledTranslation } from '../bundle.ts'
import type { ArticleHere } from './article-here.ts'
import {
  cleanName,
  knownDate,
  knownLanguage,
  knownMoment,
  named,
  optionalName,
  ownId,
} from './bundle-values.ts'
import { keptText } from './exact-text.ts'
import type { Keys, MergedNames } from './merge-names.ts'
import type { Merger, Taken } from './merger.ts'
import type { Marked } from './mark-quotes.ts'

/** A quote with what hangs on it. @returns null where it was thrown away here */
export function mergeQuote(
  merger: Merger,
  names: MergedNames,
  article: ArticleHere,
  quote: BundledQuote,
  marked: Marked,
): Taken | null {
  const exact = marked.exact
  const reference = (keys: Keys, key: string | undefined, what: string) =>
    key === undefined ? undefined : (named(keys, key, what) ?? undefined)
  const createdAt = knownMoment(quote.createdAt)
  const taken = merger.take({
    table: 'quote',
    kind: 'quote',
    name: exact,
    id: ownId(quote.id),
    row: {
      article_id: article.id,
      revision_id: marked.revisionId,
      exact,
      prefix: marked.prefix,
      suffix: marked.suffix,
      start_offset: marked.start,
      end_offset: marked.end,
      speaker_id: reference(names.actors, quote.speakerKey, 'speaker'),
      on_behalf_id: reference(names.actors, quote.onBehalfKey, 'actor'),
      round_id: reference(names.rounds, quote.roundKey, 'round'),
      said_on: knownDate(quote.saidOn, merger.tally),
      speaker_role: optionalName(quote.speakerRole ?? undefined),
      channel: quote.channel ?? undefined,
      cited_outlet: optionalName(quote.citedOutlet ?? undefined),
      said_precision: quote.saidPrecision ?? undefined,
      said_words: optionalName(quote.saidWords ?? undefined),
      said_zone: optionalName(quote.saidZone ?? undefined),
      created_at: createdAt,
      updated_at: createdAt,
    },
    twin: () => article.quotesAt(exact, marked.anchor.place)[0] ?? null,
  })
  if (taken === null) return null
  if (taken.isNew) {
    article.addQuote(taken.id, exact, marked.anchor.place)
    addAnchors(merger, taken.id, article, marked)
  }
  for (const link of quote.links ?? []) mergeLink(merger, names, taken.id, link)
  for (const translation of quote.translations ?? []) mergeTranslation(merger, taken.id, translation)
  mergeNote(merger, { articleId: article.id, quoteId: taken.id }, quote.note, exact)
  return taken
}

function addAnchors({ write, tally }: Merger, quoteId: string, article: ArticleHere, marked: Marked): void {
  const { anchor } = marked
  if (anchor.place === null) tally.lost(marked.exact)
  if (write === null) return
  const { revisionId, start, end } = marked
  setAnchor(write, quoteId, { revisionId, outcome: 'same', how: 'marked', start, end, score: 1 })
  if (revisionId === article.revisionId) return
  const { outcome, how, place, score } = anchor
  const where = { start: place?.start ?? null, end: place?.end ?? null }
  setAnchor(write, quoteId, { revisionId: article.revisionId, outcome, how, ...where, score })
}

function mergeLink(merger: Merger, names: MergedNames, quoteId: string, link: BundledLink): void {
  const topicId = named(names.topics, link.topicKey, 'topic')
  const coderId = link.coderKey === undefined ? null : named(names.coders, link.coderKey, 'coder')
  if (topicId === null) return
  const reference = (keys: Keys, key: string | undefined, what: string) =>
    key === undefined ? undefined : (named(keys, key, what) ?? undefined)
  merger.take({
    table: 'link',
    kind: 'link',
    name: merger.nameOf('topic', topicId),
    id: ownId(link.id),
    row: {
      quote_id: quoteId,
      topic_id: topicId,
      coder_id: coderId,
      stance: link.stance,
      condition: link.condition == null ? undefined : keptText(link.condition),
      condition_topic_id: reference(names.topics, link.conditionTopicKey, 'topic'),
      condition_actor_id: reference(names.actors, link.conditionActorKey, 'actor'),
      by_date: knownDate(link.byDate ?? undefined, merger.tally),
      red_line: link.redLine === undefined ? undefined : Number(link.redLine),
      strength: degreeOf(link.strength),
      confidence: degreeOf(link.confidence),
    },
    key: `link ${quoteId} ${topicId} ${coderId}`,
    twin: () =>
      merger.db.get<{ id: string }>(
        'SELECT id FROM link WHERE quote_id = ? AND topic_id = ? AND coder_id IS ? AND deleted_at IS NULL',
        quoteId,
        topicId,
        coderId,
      )?.id ?? null,
  })
}

function degreeOf(degree: number | null | undefined): number | undefined {
  return degree != null && [1, 2, 3].includes(degree) ? degree : undefined
}

function mergeTranslation(merger: Merger, quoteId: string, translation: BundledTranslation): void {
  const text = keptText(translation.text).trim()
  const lang = knownLanguage(translation.lang) ?? 'und'
  if (text === '') return
  merger.take({
    table: 'translation',
    kind: 'translation',
    name: text,
    id: ownId(translation.id),
    row: {
      quote_id: quoteId,
      lang,
      text,
      translator: optionalName(translation.translator),
      authoritative: Number(translation.authoritative === true && !hasAuthoritative(merger, quoteId)),
    },
    defaults: { translator: null },
    key: `translation ${quoteId} ${lang} ${text}`,
    twin: () =>
      merger.db.get<{ id: string }>(
        'SELECT id FROM translation WHERE quote_id = ? AND lang = ? AND text = ? AND deleted_at IS NULL',
        quoteId,
        lang,
        text,
      )?.id ?? null,
  })
}

function hasAuthoritative({ db }: Merger, quoteId: string): boolean {
  return (
    db.get(
      'SELECT 1 FROM translation WHERE quote_id = ? AND authoritative = 1 AND deleted_at IS NULL',
      quoteId,
    ) !== undefined
  )
}

/** A note of the other program becomes the comment, where there is none yet. */
export function mergeNote(
  merger: Merger,
  { articleId, quoteId }: { articleId: string; quoteId: string | null },
  note: string | undefined,
  name: string,
): void {
  if (note === undefined || note.trim() === '') return
  const { document, text } = noteContent(keptText(note))
  if (text === '') return
  merger.take({
    table: 'comment',
    kind: 'comment',
    name: cleanName(name),
    row: { article_id: articleId, quote_id: quoteId, document, text },
    key: `comment ${articleId} ${quoteId}`,
    twin: () =>
      merger.db.get<{ id: string }>(
        `SELECT id FROM comment WHERE article_id = ? AND quote_id IS ? AND deleted_at IS NULL`,
        articleId,
        quoteId,
      )?.id ?? null,
  })
}

const longestNote = 100_000

function noteContent(markdown: string): { document: string; text: string } {
  const asDocument = (json: unknown) => {
    const document = parseCommentDocument(json)
    return { document: JSON.stringify(document.toJSON()), text: commentText(document) }
  }
  const kept = markdown.slice(0, longestNote).toWellFormed()
  try {
    return asDocument(commentFromMarkdown(kept))
  } catch {
    // What cannot be read as Markdown is kept as the words it is.
    const content = [{ type: 'text', text: kept.replaceAll('\n', ' ').slice(0, longestNote / 2) }]
    return asDocument({ type: 'doc', content: [{ type: 'paragraph', content }] })
  }
}
