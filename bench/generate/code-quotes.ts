import { ensureCoder } from '../../electron/backend/store/coders.ts'
import type { Writable } from '../../electron/backend/store/connection.ts'
import { setLinks } from '../../electron/backend/store/links.ts'
import { saveMembership } from '../../electron/backend/store/memberships.ts'
import { assignRound, createRound } from '../../electron/backend/store/rounds.ts'
import { saveStep } from '../../electron/backend/store/steps.ts'
import { saveTranslation } from '../../electron/backend/store/translations.ts'
import { confirmUtterance, rejectUtterance } from '../../electron/backend/store/utterances.ts'
import type { Cast } from './cast.ts'
import type { Random } from './random.ts'
import type { Touched } from './write-article.ts'

/** Of how many quotes one is looked at here; then of how many of those one gets it. */
const every = { quote: 20, condition: 3, copy: 4, rejected: 25, translated: 8, ofRound: 5 }
const rounds = 6

/**
 * What analysts add once articles are marked: a second opinion on some quotes, conditions, copies of an utterance, translations,
 * rounds, memberships with dates, steps of topics. Returns what the search index has to look at again.
 */
export function codeQuotes(db: Writable, random: Random, { topicIds, actorIds }: Cast): Touched[] {
  const coderId = ensureCoder(db, 'Second opinion')
  const roundIds = Array.from({ length: rounds }, (_, at) => {
    const day = `2026-0${at + 1}-12`
    return createRound(db, {
      name: `Round ${at + 1}`,
      fromOn: day,
      untilOn: null,
      place: null,
      participantIds: actorIds.slice(0, 8),
      agendaIds: topicIds.slice(0, 5),
      note: '',
    })
  })
  for (const topicId of topicIds.slice(0, 50))
    saveStep(db, {
      topicId,
      status: random.pick(['proposed', 'agreed', 'blocked']),
      since: '2026-02',
      note: '',
    })
  const organisations = db
    .all<{ id: string }>("SELECT id FROM actor WHERE kind = 'organisation' ORDER BY rowid")
    .map(({ id }) => id)
  for (const actorId of actorIds.slice(0, 50)) {
    const memberOfId = random.pick(organisations)
    if (memberOfId !== actorId)
      saveMembership(db, { actorId, memberOfId, role: null, fromOn: '2020', untilOn: '2024-06' })
  }
  const touched: Touched[] = roundIds.map((id) => ({ kind: 'round', id }))
  const quotes = db.all<{ id: string; topicId: string }>(
    `SELECT q.id, l.topic_id AS topicId FROM quote q JOIN link l ON l.quote_id = q.id AND l.deleted_at IS NULL
     WHERE q.deleted_at IS NULL AND q.rowid % ${every.quote} = 0 GROUP BY q.id ORDER BY q.rowid`,
  )
  quotes.forEach(({ id, topicId }, at) => {
    const isConditional = at % every.condition === 0
    const condition = isConditional
      ? { condition: 'if the others do', conditionTopicId: random.pick(topicIds.slice(0, 20)) }
      : {}
    setLinks(db, [id], topicId, isConditional ? 'conditional' : 'supports', {
      coderId,
      redLine: at % 10 === 0,
      ...condition,
    })
    const next = quotes[at + 1]?.id
    if (next !== undefined && at % every.copy === 0) confirmUtterance(db, [id, next])
    else if (next !== undefined && at % every.rejected === 1) rejectUtterance(db, [id, next])
    if (at % every.ofRound === 0)
      assignRound(db, { roundId: random.pick(roundIds), quoteIds: [id], articleIds: [] })
    if (at % every.translated !== 0) return
    saveTranslation(db, {
      quoteId: id,
      lang: 'uk',
      text: 'Слова мовою записника.',
      translator: null,
      authoritative: false,
    })
    touched.push({ kind: 'quote', id })
  })
  return touched
}
