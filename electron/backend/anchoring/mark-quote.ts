import type { z } from 'zod'
import { findAnchor } from '#shared/anchoring/find-anchor.ts'
import { describeRange, trimRange } from '#shared/anchoring/selectors.ts'
import type { quoteByWordsSchema, quoteCreateSchema, reattachSchema } from '#shared/domain/quote.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { setLinks } from '../store/links.ts'
import { getQuote, insertQuote, setAnchor } from '../store/quotes.ts'
import { getRevisionText } from '../store/revisions.ts'
import { currentRevisionOf } from './current-revision.ts'
import { anchorInRevision } from './re-anchor-article.ts'

/**
 * Makes a quote of a passage, given as UTF-16 offsets into the plain text of any revision; blank space at its ends is
 * left out. Where the revision is not the one read now, the quote is also looked for there.
 *
 * @throws AppError `empty-quote`, `outside-text`, `not-found`
 */
export function markQuote(db: Writable, input: z.output<typeof quoteCreateSchema>): string {
  const { articleId, text } = getRevisionText(db, input.revisionId)
  const selectors = selectorsOf(text, input.start, input.end)
  const id = insertQuote(db, {
    articleId,
    revisionId: input.revisionId,
    ...selectors,
    speakerId: input.speakerId ?? null,
    saidOn: input.saidOn ?? null,
  })
  for (const { topicId, stance, coderId } of input.links)
    setLinks(db, [id], topicId, stance, { coderId: coderId ?? null })
  const current = currentRevisionOf(db, articleId)
  if (current !== input.revisionId) {
    setAnchor(db, id, anchorInRevision(text, current, getRevisionText(db, current).text, selectors))
  }
  return id
}

/**
 * Makes a quote of the words `exact` in the article's current revision; prefix and suffix tell repeated passages apart.
 * Differences of spacing and of quote marks are forgiven, and what is stored are the words of the text.
 *
 * @throws AppError `quote-not-found`, `not-found`
 */
export function markQuoteByWords(db: Writable, input: z.output<typeof quoteByWordsSchema>): string {
  const revisionId = currentRevisionOf(db, input.articleId)
  const { text } = getRevisionText(db, revisionId)
  const { exact, prefix, suffix } = input
  const anchor = findAnchor(text, { exact, prefix, suffix, start: 0, end: exact.length })
  if ('lost' in anchor || anchor.how === 'approximate') {
    throw new AppError(
      'quote-not-found',
      'The article does not say these words.',
      'lost' in anchor
        ? 'Copy the passage from the article as it stands.'
        : `The nearest passage is: ${text.slice(anchor.start, anchor.end)}`,
    )
  }
  return markQuote(db, { ...input, revisionId, start: anchor.start, end: anchor.end, links: [] })
}

/** Puts a lost or misplaced quote where the user says it is; the words it was marked with stay as evidence. */
export function reattachQuote(db: Writable, input: z.output<typeof reattachSchema>): void {
  const quote = getQuote(db, input.id)
  const { articleId, text } = getRevisionText(db, input.revisionId)
  if (articleId !== quote.articleId)
    throw new AppError('other-article', 'A quote can only be attached to its own article.')
  const { exact, start, end } = selectorsOf(text, input.start, input.end)
  const outcome = exact === quote.exact ? 'same' : 'changed'
  setAnchor(db, input.id, { revisionId: input.revisionId, outcome, how: 'hand', start, end, score: 1 })
}

function selectorsOf(text: string, start: number, end: number) {
  if (end > text.length) {
    throw new AppError(
      'outside-text',
      'The passage lies outside the text.',
      'Reload the article and mark it again.',
    )
  }
  const range = trimRange(text, start, end)
  if (range.start >= range.end) {
    throw new AppError('empty-quote', 'The passage holds no words.', 'Select the words to quote.')
  }
  return describeRange(text, range.start, range.end)
}

/** For callers that only read. */
export function currentText(db: Readable, articleId: string): string {
  return getRevisionText(db, currentRevisionOf(db, articleId)).text
}
