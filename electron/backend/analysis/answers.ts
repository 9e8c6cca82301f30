import type { Contract } from '#shared/rpc/contract.ts'
import type { OutputOf, ParsedInputOf, Spec } from '#shared/rpc/router-type.ts'
import type { Readable } from '../store/connection.ts'
import { quotesById } from '../store/quotes.ts'
import { agreementOnTopics } from './agreement.ts'
import { listConditions } from './conditions.ts'
import { coverageOf } from './coverage.ts'
import { today } from './days.ts'
import { digestSince } from './digest.ts'
import { freezeView } from './freezing/freeze-view.ts'
import { networkOf } from './network.ts'
import { packMatrix, unpackMatrix } from './packed-matrix.ts'
import { evidenceOf } from './positions.ts'
import { describeTurns, findTurns } from './shifts.ts'
import { quoteIds } from './statement-rows.ts'
import type { Statements } from './statements.ts'
import { tallyUpTo } from './tallies.ts'
import { timelineBins } from './timeline.ts'

type Calls = Contract['analysis']
export type AnalysisName = keyof Calls
export type AnalysisInput<Name extends AnalysisName> = ParsedInputOf<Calls[Name] & Spec>
export type AnalysisAnswer<Name extends AnalysisName> = OutputOf<Calls[Name] & Spec>

const evidenceAtMost = 500
const shiftsInDigest = 200

/** What answers each procedure of the contract's `analysis`. */
export const answers: {
  [Name in AnalysisName]: (
    db: Readable,
    statements: Statements,
    input: AnalysisInput<Name>,
  ) => AnalysisAnswer<Name>
} = {
  matrix: (_, statements, request) => unpackMatrix(packMatrix(statements, request)),
  evidence: (db, statements, { by, actorId, topicId, ...filter }) => {
    const quotes = evidenceOf(statements, { actorId, topicId }, by, filter).slice(0, evidenceAtMost)
    const ids = quoteIds(db, quotes)
    return quotesById(
      db,
      quotes.flatMap((quote) => ids.get(quote) ?? []),
    )
  },
  timeline: (_, statements, request) => timelineBins(statements, request),
  shifts: (db, statements, { limit, ...filter }) =>
    describeTurns(db, statements, findTurns(statements, filter, limit)),
  conditions: (db, statements, request) => listConditions(db, statements, request),
  network: (_, statements, { kind, by, limit, measures, ...filter }) =>
    networkOf(statements, tallyUpTo(statements, filter.until ?? today(), by, filter), {
      kind,
      limit,
      measures,
    }),
  coverage: (db, statements, filter) => coverageOf(db, statements, filter),
  agreement: (db, statements) => agreementOnTopics(db, statements),
  digest: (db, statements, { since, ...filter }) =>
    digestSince(
      db,
      { since, ...filter },
      describeTurns(db, statements, findTurns(statements, { ...filter, from: since }, shiftsInDigest)),
    ),
  freeze: (db, statements, request) => freezeView(db, statements, request),
}
