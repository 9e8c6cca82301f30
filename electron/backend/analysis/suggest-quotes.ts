import type { QuoteSuggestion } from '#shared/domain/suggestion.ts'
import { findQuotations } from '#shared/quotations/find-quotations.ts'
import { guessLanguage, knownLanguage } from '#shared/quotations/guess-language.ts'
import { findActor } from '../store/actors.ts'
import { getArticle } from '../store/articles.ts'
import type { Readable } from '../store/connection.ts'
import { anchorsInRevision } from '../store/quotes.ts'
import { getRevisionText } from '../store/revisions.ts'

interface Span {
  start: number
  end: number
}

/** Half of the shorter of two passages in common makes them the same quotation: marked by hand, with other edges. */
const sameShare = 0.5

/**
 * The quotations of a revision that are not marked yet, in the order of its text. Writes nothing.
 *
 * @throws AppError `not-found` where there is no such revision
 */
export function suggestQuotes(db: Readable, revisionId: string): QuoteSuggestion[] {
  const { articleId, text } = getRevisionText(db, revisionId)
  const language = knownLanguage(getArticle(db, articleId).lang) ?? guessLanguage(text)
  const marked = anchorsInRevision(db, revisionId).flatMap(placeOf)
  const known = new Map<string, string | null>()
  const suggestions: QuoteSuggestion[] = []
  for (const quotation of findQuotations(text, language)) {
    if (marked.some((quote) => isSame(quote, quotation))) continue
    const { speaker } = quotation
    if (speaker !== null && !known.has(speaker)) known.set(speaker, findActor(db, speaker))
    suggestions.push({ ...quotation, speakerId: speaker === null ? null : (known.get(speaker) ?? null) })
  }
  return suggestions
}

/** Where an anchor stands; a lost quote stands nowhere. */
function placeOf({ start, end }: { start: number | null; end: number | null }): Span[] {
  return start === null || end === null ? [] : [{ start, end }]
}

function isSame(a: Span, b: Span): boolean {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return both > 0 && both >= sameShare * Math.min(a.end - a.start, b.end - b.start)
}
