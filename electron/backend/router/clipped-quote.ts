import { contextAgreement, contextOf } from '#shared/anchoring/context.ts'
import { findAnchor } from '#shared/anchoring/find-anchor.ts'
import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import type { ClipPageResult, ClippedQuote } from '#shared/domain/clipper.ts'
import { currentRevisionOf } from '../anchoring/current-revision.ts'
import { currentText, markQuote } from '../anchoring/mark-quote.ts'
import { ensureActor } from '../store/actors.ts'
import { getComment, saveComment } from '../store/comments.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { setLinks } from '../store/links.ts'
import { quotesOfArticle, updateQuote } from '../store/quotes.ts'
import { ensureTopicPath } from '../store/topics.ts'

/** Where a clipped passage stands in the current text of its article. */
export interface QuotePlace {
  outcome: 'placed' | 'similar'
  revisionId: string
  start: number
  end: number
}

/**
 * From this score on words in common are taken for the passage itself: what differs is a footnote mark or an
 * advertisement that the page shows in the midst of it.
 */
const leastLikeness = 0.85
/** Among several places with the same words, less agreement of the context than this is a guess. */
const leastOfSeveral = 0.86

/**
 * The same words with less than this of their context around them are said to need a look. Of 692 passages found in 91 news
 * pages, the 5 that had been taken from elsewhere on the page lay below, and none of the others did.
 */
const leastAgreement = 0.3

/** Looks for the passage; null where it is not there, or where it would be a guess: a wrong place is worse than none. */
export function findClippedQuote(db: Readable, articleId: string, quote: ClippedQuote): QuotePlace | null {
  const { exact, prefix, suffix } = quote
  const text = currentText(db, articleId)
  // The page's own offsets say nothing about the extracted text.
  const anchor = findAnchor(text, { exact, prefix, suffix, start: 0, end: exact.length })
  if ('lost' in anchor) return null
  const { start, end, how, score } = anchor
  const revisionId = currentRevisionOf(db, articleId)
  if (how === 'approximate') {
    return score < leastLikeness ? null : { outcome: 'similar', revisionId, start, end }
  }
  if (score < leastOfSeveral) return null
  const outcome = isInOwnPlace(text, quote, start, end) ? 'placed' : 'similar'
  return { outcome, revisionId, start, end }
}

/** Whether what stands around the words is what stood around them on the page: a teaser may say the same elsewhere. */
function isInOwnPlace(
  text: string,
  { exact, prefix, suffix }: ClippedQuote,
  start: number,
  end: number,
): boolean {
  if (prefix.trim() === '' || suffix.trim() === '') return true
  const context = contextOf({
    exact,
    prefix,
    suffix,
    start: prefix.length,
    end: prefix.length + exact.length,
  })
  return contextAgreement(text, start, end, context) >= leastAgreement
}

/** Makes the quote where it stands; one without a place goes into the article's note, with who said it and on what. */
export function keepClippedQuote(
  db: Writable,
  articleId: string,
  quote: ClippedQuote,
  place: QuotePlace | null,
): NonNullable<ClipPageResult['quote']> {
  if (place === null) {
    addToNote(db, articleId, quote)
    return { outcome: 'noted', id: null }
  }
  const { speaker, topic } = quote
  const links = topic === null ? [] : [{ topicId: topicOf(db, topic), stance: topic.stance }]
  const speakerId = speaker === null ? null : speakerOf(db, speaker)
  const { revisionId, start, end, outcome } = place
  const known = sameQuote(db, articleId, place, speakerId)
  if (known === undefined) return { outcome, id: markQuote(db, { revisionId, start, end, speakerId, links }) }
  if (known.speakerId === null && speakerId !== null) updateQuote(db, { id: known.id, speakerId })
  for (const { topicId, stance } of links) setLinks(db, [known.id], topicId, stance)
  return { outcome, id: known.id }
}

/** The quote of this very passage, unless somebody else is said to have spoken it: clipped again, it gains a topic. */
function sameQuote(db: Readable, articleId: string, { start, end }: QuotePlace, speakerId: string | null) {
  return quotesOfArticle(db, articleId).find(
    (quote) =>
      quote.anchor.start === start &&
      quote.anchor.end === end &&
      (speakerId === null || quote.speakerId === null || quote.speakerId === speakerId),
  )
}

/** By id, and by name where the id was chosen from a list that is out of date. */
function topicOf(db: Writable, { id, path }: NonNullable<ClippedQuote['topic']>): string {
  return id !== undefined && isLive(db, 'topic', id) ? id : ensureTopicPath(db, path)
}

function speakerOf(db: Writable, { id, name }: NonNullable<ClippedQuote['speaker']>): string {
  return id !== undefined && isLive(db, 'actor', id) ? id : ensureActor(db, name)
}

function isLive(db: Readable, table: 'topic' | 'actor', id: string): boolean {
  return db.get(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`, id) !== undefined
}

function addToNote(db: Writable, articleId: string, { exact, note }: ClippedQuote): void {
  const before = getComment(db, { articleId })?.document as { content?: unknown[] } | undefined
  const paragraph = (text: string, marks: object[] = []) => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks }],
  })
  const words = exact.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())]))
  const document = parseCommentDocument({
    type: 'doc',
    content: [...(before?.content ?? []), paragraph(note, [{ type: 'bold' }]), ...words],
  })
  saveComment(db, { articleId }, { document: document.toJSON(), text: commentText(document) })
}
