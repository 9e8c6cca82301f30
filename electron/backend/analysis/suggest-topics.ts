import type { z } from 'zod'
import type { topicSuggestionSchema } from '#shared/domain/topic.ts'
import { tokenize } from '#shared/search/tokenize.ts'
import type { Readable } from '../store/connection.ts'
import { idList } from '../store/rows.ts'
import { listTopics } from '../store/topics.ts'

type Suggestion = z.output<typeof topicSuggestionSchema>

/** Linked quotes that are compared, those marked last. */
const comparedAtMost = 2000
/** Share of a quote's telling words that a similar one has too. */
const similarFrom = 0.34
/** Words in more than this share of the compared quotes tell nothing of a topic. */
const commonFrom = 0.1
const suggestedAtMost = 8

/**
 * Topics that a quote may belong to, each with its reasons: its words name the topic or an alias of it, or quotes that are on the
 * topic already have the same telling words. It learns as the analyst links, and links nothing itself. Topics that the quote is
 * linked to are left out.
 */
export function suggestTopics(db: Readable, quoteId: string): Suggestion[] {
  const quote = db.get<{ text: string }>(
    'SELECT exact AS text FROM quote WHERE id = ? AND deleted_at IS NULL',
    quoteId,
  )
  if (quote === undefined) return []
  const linked = new Set(
    db
      .all<{ id: string }>(
        'SELECT topic_id AS id FROM link WHERE quote_id = ? AND deleted_at IS NULL',
        quoteId,
      )
      .map(({ id }) => id),
  )
  const found = new Map<string, Suggestion>()
  const note = (topicId: string, score: number, reason: Suggestion['reasons'][number]) => {
    if (linked.has(topicId)) return
    const known = found.get(topicId)
    if (known === undefined) found.set(topicId, { topicId, score, reasons: [reason] })
    else {
      known.score = 1 - (1 - known.score) * (1 - score)
      if (known.reasons.length < 3) known.reasons.push(reason)
    }
  }
  const words = wordsOf(quote.text)
  const text = ` ${words.join(' ')} `
  for (const { id, name, aliases } of listTopics(db)) {
    const named = [name, ...aliases].find((one) => {
      const form = wordsOf(one).join(' ')
      return form !== '' && text.includes(` ${form} `)
    })
    if (named !== undefined) note(id, 0.8, { kind: 'name', name: named })
  }
  for (const { id, likeness } of similarQuotes(db, quoteId, words))
    for (const topicId of topicsOf(db, id)) note(topicId, likeness * 0.7, { kind: 'quote', quoteId: id })
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, suggestedAtMost)
}

function similarQuotes(
  db: Readable,
  quoteId: string,
  words: string[],
): Array<{ id: string; likeness: number }> {
  const others = db
    .all<{ id: string; text: string }>(
      `SELECT q.id, q.exact AS text FROM quote q
       WHERE q.deleted_at IS NULL AND q.id <> ?
         AND EXISTS (SELECT 1 FROM link l WHERE l.quote_id = q.id AND l.deleted_at IS NULL)
       ORDER BY q.created_at DESC, q.id DESC LIMIT ?`,
      quoteId,
      comparedAtMost,
    )
    .map(({ id, text }) => ({ id, words: new Set(wordsOf(text)) }))
  const wanted = [...new Set(words)].filter((word) => {
    const having = others.filter((other) => other.words.has(word)).length
    return word.length > 2 && having <= Math.max(2, others.length * commonFrom)
  })
  if (wanted.length === 0) return []
  return others
    .map((other) => ({
      id: other.id,
      likeness: wanted.filter((word) => other.words.has(word)).length / wanted.length,
    }))
    .filter(({ likeness }) => likeness >= similarFrom)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 10)
}

function topicsOf(db: Readable, quoteId: string): string[] {
  return db
    .all<{ id: string }>(
      `SELECT DISTINCT topic_id AS id FROM link
       WHERE quote_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
      idList([quoteId]),
    )
    .map(({ id }) => id)
}

function wordsOf(text: string): string[] {
  return tokenize(text).map(({ word }) => word)
}
