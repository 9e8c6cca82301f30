import type { QuoteSuggestion } from '#shared/domain/suggestion.ts'
import { knownLanguage } from '#shared/quotations/guess-language.ts'
import { actorFinder } from '../store/actors.ts'
import { getArticle } from '../store/articles.ts'
import type { Readable } from '../store/connection.ts'
import { anchorsInRevision } from '../store/quotes.ts'
import { getRevisionText } from '../store/revisions.ts'
import { findInRevision } from './find-in-revision.ts'

interface Span {
  start: number
  end: number
}

/** Half of a passage under quotes makes it a marked one, whatever their edges; a phrase of it marked leaves it to be. */
const markedShare = 0.5

/**
 * The quotations of a revision that are not marked yet, in the order of its text, each with the actor who answers to the
 * speaker's name. Writes nothing, and guesses nothing beyond the name: who is meant by another spelling, the analyst says.
 *
 * @throws AppError `not-found` where there is no such revision
 */
export async function suggestQuotes(db: Readable, revisionId: string): Promise<QuoteSuggestion[]> {
  const { articleId, text } = getRevisionText(db, revisionId)
  const language = knownLanguage(getArticle(db, articleId).lang)
  const found = await findInRevision(revisionId, text, language)
  const marked = join(anchorsInRevision(db, revisionId).flatMap(placeOf))
  const actorOf = actorFinder(db)
  return found
    .filter((quotation) => shareCovered(quotation, marked) < markedShare)
    .map((quotation) => {
      const name = quotation.speaker ?? quotation.mention
      return { ...quotation, speakerId: name === null ? null : actorOf(name) }
    })
}

/** Where an anchor stands; a lost quote stands nowhere. */
function placeOf({ start, end }: { start: number | null; end: number | null }): Span[] {
  return start === null || end === null ? [] : [{ start, end }]
}

/** Spans in order that do not overlap, over the same characters. */
function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

function shareCovered({ start, end }: Span, joined: readonly Span[]): number {
  const covered = joined.reduce(
    (sum, one) => sum + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)),
    0,
  )
  return covered / (end - start)
}
