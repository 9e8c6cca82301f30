import type { AnalysisFilter, Shift } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { agreementOnTopics } from '../analysis/agreement.ts'
import { listConditions } from '../analysis/conditions.ts'
import { coverageOf } from '../analysis/coverage.ts'
import { dateOf } from '../analysis/days.ts'
import { digestSince } from '../analysis/digest.ts'
import { networkOf } from '../analysis/network.ts'
import { evidenceOf, positionsAsOf } from '../analysis/positions.ts'
import { findTurns } from '../analysis/shifts.ts'
import { quotesOfLinks, statementsOf } from '../analysis/statements.ts'
import { timelineBins } from '../analysis/timeline.ts'
import type { Readable } from '../store/connection.ts'
import { quotesById } from '../store/quotes.ts'
import type { HandlersOf } from './handler.ts'

export const analysis: HandlersOf<'analysis'> = {
  matrix: (db, { by, asOf = today(), ...filter }) => ({
    asOf,
    by,
    cells: positionsAsOf(statementsOf(db), asOf, by, filter),
  }),
  evidence: (db, { by, actorId, topicId, ...filter }) => {
    const links = evidenceOf(statementsOf(db), { actorId, topicId }, by, filter)
    return quotesById(db, [...new Set(quotesOfLinks(db, links.slice(0, evidenceAtMost)))])
  },
  timeline: (db, request) => timelineBins(statementsOf(db), request),
  shifts: (db, { limit, ...filter }) => shiftsOf(db, filter, limit),
  conditions: (db) => listConditions(db),
  network: (db, { kind, by, ...filter }) =>
    networkOf(positionsAsOf(statementsOf(db), filter.until ?? today(), by, filter), kind),
  coverage: (db) => coverageOf(db, statementsOf(db)),
  agreement: (db) => agreementOnTopics(db),
  digest: (db, { since }) => digestSince(db, since, shiftsOf(db, { from: since }, shiftsInDigest)),
}

const evidenceAtMost = 500
const shiftsInDigest = 200

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** What turned within the filter's days, also against what was said before them. */
function shiftsOf(db: Readable, { from, ...filter }: AnalysisFilter, limit: number): Shift[] {
  const statements = statementsOf(db)
  const turns = findTurns(statements, filter, limit).filter(
    ({ after }) => from === undefined || dateOf(statements.day[after] ?? 0) >= from,
  )
  const quotes = quotesOfLinks(
    db,
    turns.flatMap(({ before, after }) => [statements.link[before] ?? 0, statements.link[after] ?? 0]),
  )
  const side = (at: number, quote: number) => ({
    actorId: statements.actors[statements.actor[at] ?? 0] ?? '',
    stance: stances[statements.stance[at] ?? 3] ?? 'neutral',
    day: dateOf(statements.day[at] ?? 0),
    quoteId: quotes[quote] ?? '',
  })
  return turns.map(({ kind, before, after }, index) => ({
    kind,
    topicId: statements.topics[statements.topic[after] ?? 0] ?? '',
    actorId: statements.actors[(kind === 'shift' ? statements.actor : statements.party)[after] ?? 0] ?? '',
    before: side(before, index * 2),
    after: side(after, index * 2 + 1),
  }))
}
