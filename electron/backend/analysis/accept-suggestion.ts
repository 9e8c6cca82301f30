import type { z } from 'zod'
import type { acceptedSchema, suggestionAcceptSchema } from '#shared/domain/suggestion.ts'
import { markQuote } from '../anchoring/mark-quote.ts'
import { ensureActor, teachAlias } from '../store/actors.ts'
import type { Writable } from '../store/connection.ts'

/**
 * Makes quotes of the passages of one utterance, names their speaker, and teaches the speaker the name the article uses:
 * all of it in the caller's one step to undo.
 *
 * A split quotation (“…,” he said, “…”) becomes one quote a passage, never one over both: a quote holds the speaker's own
 * words, and what stands between them is the reporter's. The day it was said is left open: a text rarely tells it.
 *
 * @throws AppError what `markQuote` throws; `not-found` where the speaker is in the trash
 */
export function acceptSuggestion(
  db: Writable,
  { revisionId, passages, speaker, alias }: z.output<typeof suggestionAcceptSchema>,
): z.output<typeof acceptedSchema> {
  const speakerId =
    speaker === null ? null : 'actorId' in speaker ? speaker.actorId : ensureActor(db, speaker.name)
  const quoteIds = passages.map((passage) => markQuote(db, { revisionId, ...passage, speakerId, links: [] }))
  const taught = speakerId !== null && alias !== undefined && teachAlias(db, speakerId, alias)
  return { quoteIds, speakerId, taught }
}
