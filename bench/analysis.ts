/**
 * How long each view of the analysis waits, beside one aggregate of the same rows in SQL.
 *
 *   npm run bench:analysis                      100,000 articles, 1,000,000 quotes, 500 topics, 1,000 actors
 *   npm run bench:analysis -- --quotes 100000   fewer
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { agreementOnTopics } from '../electron/backend/analysis/agreement.ts'
import { listConditions } from '../electron/backend/analysis/conditions.ts'
import { coverageOf } from '../electron/backend/analysis/coverage.ts'
import { digestSince } from '../electron/backend/analysis/digest.ts'
import { networkOf } from '../electron/backend/analysis/network.ts'
import { evidenceOf, positionsAsOf } from '../electron/backend/analysis/positions.ts'
import { findTurns } from '../electron/backend/analysis/shifts.ts'
import { loadStatements } from '../electron/backend/analysis/statements.ts'
import { timelineBins } from '../electron/backend/analysis/timeline.ts'
import { codedNotebook } from './analysis/coded-notebook.ts'
import { measure } from './measure.ts'
import { milliseconds } from './result.ts'

const { values } = parseArgs({ options: { quotes: { type: 'string', default: '1000000' } } })
const quotes = Number(values.quotes)
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-analysis-'))
try {
  const begun = performance.now()
  const size = { articles: Math.ceil(quotes / 10), quotes, topics: 500, actors: 1000 }
  const db = codedNotebook(join(folder, 'coded.memoire'), size)
  console.log(
    `${quotes} quotes in ${size.articles} articles, made in ${milliseconds(performance.now() - begun)} ms`,
  )
  const rounds = { warmUp: 2, runs: 9 }
  const show = async (name: string, work: (turn: number) => unknown) => {
    const { p50, p95 } = await measure(work, rounds)
    console.log(
      `${name.padEnd(48)} p50 ${milliseconds(p50).padStart(7)}  p95 ${milliseconds(p95).padStart(7)} ms`,
    )
  }
  const since = (turn: number) => `20${16 + (turn % 10)}-06-30`
  await measure(() => loadStatements(db), { warmUp: 0, runs: 3 }).then(({ p50 }) =>
    console.log(
      `${'reading the statements after a change'.padEnd(48)} p50 ${milliseconds(p50).padStart(7)} ms`,
    ),
  )
  const statements = loadStatements(db)
  const { actors, topics } = statements
  const cell = { actorId: actors[statements.party[0] ?? 0] ?? '', topicId: topics[0] ?? '' }
  await show('matrix of parties, any day', (turn) => positionsAsOf(statements, since(turn), 'party'))
  await show('matrix of parties, latest day', () => positionsAsOf(statements, '2026-12', 'party'))
  await show('matrix of actors, latest day', () => positionsAsOf(statements, '2026-12', 'actor'))
  await show('evidence of a cell', () => evidenceOf(statements, cell, 'party', {}))
  await show('timeline of parties by month', () => timelineBins(statements, { unit: 'month', rows: 'party' }))
  await show('shifts and contradictions, the latest 500', () => findTurns(statements, {}, 500))
  await show('network of parties', () => networkOf(positionsAsOf(statements, '2026-12', 'party'), 'actors'))
  await show('two-mode network', () => networkOf(positionsAsOf(statements, '2026-12', 'party'), 'two-mode'))
  await show('network of topics by parties', () =>
    networkOf(positionsAsOf(statements, '2026-12', 'party'), 'topics'),
  )
  await show('coverage', () => coverageOf(db, statements))
  await show('conditions', () => listConditions(db))
  await show('agreement', () => agreementOnTopics(db))
  await show('digest', () => digestSince(db, '2026-01', []))
  await measure(
    () =>
      db.all(
        `SELECT l.topic_id, q.speaker_id, l.stance, count(*) AS n, max(l.said_sort) AS latest
         FROM link l JOIN quote q ON q.id = l.quote_id WHERE l.deleted_at IS NULL AND l.said_sort <= '2026-12-31'
         GROUP BY 1, 2, 3`,
      ),
    { warmUp: 0, runs: 2 },
  ).then(({ p50 }) =>
    console.log(
      `${'yardstick: cells of actors, one aggregate in SQL'.padEnd(48)} p50 ${milliseconds(p50).padStart(7)} ms`,
    ),
  )
  db.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
