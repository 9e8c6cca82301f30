import type { z } from 'zod'
import type { UtterancePair, utteranceSuggestSchema } from '#shared/domain/utterance.ts'
import type { Readable } from '../store/connection.ts'
import { isRejected } from '../store/utterances.ts'
import { compareWords, type Said } from './compare-words.ts'
import { dayNumber } from './days.ts'

/** Agencies repeat words for some days; what lies further apart is another occasion. */
const daysApart = 7
/** Quotes that are compared at a time; the latest of a speaker are what an analyst works on. */
const comparedAtMost = 400
/** Chosen by `npm run bench:utterances`: see there what a lower or a higher one would find and get wrong. */
export const likeFrom = 0.55

interface Row {
  id: string
  text: string
  lang: string
  speaker: string | null
  articleId: string
  utterance: string | null
  said: string
}

const selection = `SELECT q.id, q.exact AS text, a.lang, q.speaker_id AS speaker, q.article_id AS articleId,
    q.utterance_id AS utterance, q.said_sort AS said
  FROM quote q JOIN article a ON a.id = q.article_id WHERE q.deleted_at IS NULL`

/**
 * Pairs of quotes in different articles that may be the same words: by the same speaker or by one who is not named, within a
 * week, and alike by `compareWords`. Pairs that were confirmed or rejected are left out. The likeliest first; writes nothing.
 */
export function suggestUtterances(
  db: Readable,
  { quoteId, speakerId, limit }: z.output<typeof utteranceSuggestSchema>,
): UtterancePair[] {
  const rows = quotesToCompare(db, quoteId, speakerId)
  const wanted = quoteId === undefined ? rows : rows.filter(({ id }) => id === quoteId)
  const pairs: UtterancePair[] = []
  for (const [at, one] of wanted.entries()) {
    for (const other of quoteId === undefined ? rows.slice(at + 1) : rows) {
      if (!mayBeSame(one, other)) continue
      const alike = compareWords(saidOf(one), saidOf(other))
      if (alike === null || alike.score < likeFrom || isRejected(db, one.id, other.id)) continue
      const reasons = one.speaker === other.speaker ? ['speaker'] : []
      if (one.said === other.said && one.said !== '') reasons.push('day')
      pairs.push({ quoteId: one.id, otherId: other.id, ...alike, reasons: [...reasons, ...alike.reasons] })
    }
  }
  return pairs.sort((a, b) => b.score - a.score).slice(0, limit)
}

function quotesToCompare(db: Readable, quoteId: string | undefined, speakerId: string | undefined): Row[] {
  if (speakerId !== undefined)
    return db.all<Row>(
      `${selection} AND q.speaker_id = ? ORDER BY q.said_sort DESC LIMIT ?`,
      speakerId,
      comparedAtMost,
    )
  if (quoteId === undefined)
    return db.all<Row>(`${selection} ORDER BY q.created_at DESC LIMIT ?`, comparedAtMost)
  const one = db.get<Row>(`${selection} AND q.id = ?`, quoteId)
  if (one === undefined) return []
  const near = db.all<Row>(
    `${selection} AND q.id <> ? AND q.said_sort BETWEEN date(?, '-7 days') AND date(?, '+7 days') LIMIT ?`,
    quoteId,
    one.said.length === 10 ? one.said : '0001-01-01',
    one.said.length === 10 ? one.said : '0001-01-01',
    comparedAtMost,
  )
  return [one, ...near]
}

function mayBeSame(one: Row, other: Row): boolean {
  if (one.id === other.id || one.articleId === other.articleId) return false
  if (one.utterance !== null && one.utterance === other.utterance) return false
  if (one.speaker !== null && other.speaker !== null && one.speaker !== other.speaker) return false
  if (one.said === '' || other.said === '') return true
  return Math.abs(dayNumber(one.said) - dayNumber(other.said)) <= daysApart
}

function saidOf({ text, lang }: Row): Said {
  return { text, lang }
}
