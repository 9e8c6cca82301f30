import { expect, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { setLinks } from '../store/links.ts'
import { saveMembership } from '../store/memberships.ts'
import { addArticle, addQuote, opened } from '../store/notebook.fixture.ts'
import { type Choice, changes, isRefusal } from '../store/random-changes.fixture.ts'
import { emptyTrash } from '../store/trash.ts'
import { confirmUtterance } from '../store/utterances.ts'
import { agreementOnTopics } from './agreement.ts'
import { listConditions } from './conditions.ts'
import { coverageOf } from './coverage.ts'
import { keepStatements } from './kept-statements.ts'
import { networkOf } from './network.ts'
import { positionsAsOf } from './positions.ts'
import { describeTurns, findTurns } from './shifts.ts'
import { everythingSaid, filtered, slowPositions } from './slow-answers.fixture.ts'
import {
  byKey,
  slowAgreement,
  slowCircles,
  slowCoverage,
  slowNetwork,
  slowTimeline,
  slowTurns,
} from './slow-views.fixture.ts'
import type { Statements } from './statements.ts'
import { tallyUpTo } from './tallies.ts'
import { timelineBins } from './timeline.ts'

const days = [null, '2026', '2026-01', '2026-01-20', '2026-02-01', '2026-02-19', '2026-03', '2026-03-05']

function ids(db: Readable, table: 'actor' | 'topic' | 'coder' | 'quote'): string[] {
  return db
    .all<{ id: string }>(`SELECT id FROM ${table} WHERE deleted_at IS NULL ORDER BY rowid`)
    .map(({ id }) => id)
}

/** Somebody says something on up to three topics, perhaps coded by somebody. */
function say(db: Writable, choice: Choice): void {
  const [actors, topics, coders] = [ids(db, 'actor'), ids(db, 'topic'), ids(db, 'coder')]
  if (actors.length === 0 || topics.length === 0) return
  const outlet = choice.pick([null, 'River Post', 'River Wire'])
  const article = addArticle(db, { outlet, lang: choice.pick(['en', 'uk']), publishedAt: choice.pick(days) })
  const quote = addQuote(db, article, { speakerId: choice.pick(actors), saidOn: choice.pick(days) })
  for (let left = 1 + choice.below(3); left > 0; left--)
    setLinks(db, [quote], choice.pick(topics), choice.pick(stances), {
      coderId: coders.length === 0 ? null : choice.pick([null, ...coders]),
      redLine: choice.below(4) === 0,
      strength: choice.pick([null, 1, 2, 3]),
      conditionTopicId: choice.below(3) === 0 ? choice.pick(topics) : null,
      conditionActorId: choice.below(3) === 0 ? choice.pick(actors) : null,
    })
}

const moreChanges: typeof changes = [
  ...changes,
  ...Array.from({ length: 24 }, (): (typeof changes)[number] => ['say', say]),
  [
    'belong',
    (db, choice) => {
      const actors = ids(db, 'actor')
      if (actors.length < 2) return
      const [actorId = '', memberOfId = ''] = [choice.pick(actors), choice.pick(actors)]
      saveMembership(db, {
        actorId,
        memberOfId,
        role: null,
        fromOn: choice.pick(days),
        untilOn: choice.pick(days),
      })
    },
  ],
  [
    'join',
    (db, choice) => {
      const quotes = ids(db, 'quote')
      if (quotes.length > 2) confirmUtterance(db, [choice.pick(quotes), choice.pick(quotes)])
    },
  ],
]

function compareAll(db: Readable, statements: Statements, choice: Choice): void {
  const filter: AnalysisFilter = {
    ...(choice.below(3) === 0 ? { outlets: ['River Post', ''] } : {}),
    ...(choice.below(3) === 0 ? { langs: ['uk'] } : {}),
    ...(choice.below(3) === 0 ? { topicIds: ids(db, 'topic').slice(0, 2) } : {}),
    ...(choice.below(3) === 0 ? { coderIds: ids(db, 'coder').slice(0, 1) } : {}),
  }
  const said = filtered(everythingSaid(db), filter)
  const asOf = choice.pick(['2025', '2026-01-31', '2026-02-25', '2026-03', '2027'])
  const by = choice.pick(['actor', 'party'] as const)
  expect(byKey(positionsAsOf(statements, asOf, by, filter))).toEqual(byKey(slowPositions(said, asOf, by)))

  const rows = choice.pick(['topic', 'actor', 'party'] as const)
  const bins = timelineBins(statements, { unit: 'month', rows, ...filter }).map(({ stances, ...bin }) => ({
    ...bin,
    supports: stances.supports,
  }))
  const binKey = (bin: object) => JSON.stringify(bin)
  expect(bins.map(binKey).sort()).toEqual(slowTimeline(said, rows).map(binKey).sort())

  const turns = describeTurns(db, statements, findTurns(statements, filter, 5000))
  expect(turns.map(({ kind, before, after }) => `${kind} ${before.quoteId} ${after.quoteId}`)).toEqual(
    slowTurns(said),
  )

  for (const [kind, end] of [
    ['actors', 'actorId'],
    ['topics', 'topicId'],
  ] as const) {
    const { edges, edgeCount } = networkOf(statements, tallyUpTo(statements, asOf, by, filter), {
      kind,
      limit: 1000,
      measures: false,
    })
    const told = edges.map(({ from, to, congruence, conflict }) => `${from} ${to} ${congruence} ${conflict}`)
    expect(told.sort()).toEqual(slowNetwork(said, asOf, by, end).sort())
    expect(edgeCount).toBe(edges.length)
  }

  const conditions = listConditions(db, statements, { limit: 1000, ...filter })
  const telling = said.filter((one) => one.red || one.condition || one.onTopic || one.onActor)
  expect(conditions.filter(({ redLine }) => redLine).length).toBe(
    telling.filter(({ red }) => red === 1).length,
  )
  const inCircles = conditions.filter(({ cycle }) => cycle !== null)
  expect(new Set(inCircles.map(({ actorId, topicId }) => `${actorId} ${topicId}`))).toEqual(slowCircles(said))

  const coverage = coverageOf(db, statements, filter)
  const expected = slowCoverage(said)
  const spoken = coverage.topics.filter(({ utterances }) => utterances > 0)
  expect(Object.fromEntries(spoken.map(({ topicId, utterances }) => [topicId, utterances]))).toEqual(
    expected.utterances,
  )
  expect(
    coverage.singleSource
      .map(({ actorId, topicId, outlet }) => `${actorId} ${topicId} ${outlet ?? ''}`)
      .sort(),
  ).toEqual(expected.singleSource.sort())

  const agreement = agreementOnTopics(db, statements)
  expect({
    compared: agreement.reduce((sum, { quotes }) => sum + quotes, 0),
    differing: agreement
      .flatMap(({ topicId, disagreements }) => disagreements.map(({ quoteId }) => `${topicId} ${quoteId}`))
      .sort(),
  }).toEqual(slowAgreement(db))
}

for (const seed of [1, 2, 3, 4])
  test(`Whatever is changed, undone, redone, thrown away or brought back, what is kept answers as the rows do (seed ${seed})`, async () => {
    const choice = randomly(seed)
    const notebook = await opened()
    const kept = keepStatements()
    notebook.onChange(({ entities }) => kept.note(entities))
    kept.current(notebook.reader(), true)
    let mostCompared = 0
    const compare = () => {
      const statements = kept.current(notebook.reader(), true)
      mostCompared = Math.max(mostCompared, statements.columns.link.length)
      compareAll(notebook.reader(), statements, choice)
    }
    for (let step = 0; step < 220; step++) {
      const [label, run] = choice.pick(moreChanges)
      const turn = choice.below(10)
      try {
        if (turn === 0) notebook.undo()
        else if (turn === 1) notebook.redo()
        else notebook.mutate(label, (db) => run(db, choice))
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
      if (step === 150) notebook.maintain(emptyTrash)
      if (choice.below(4) === 0) kept.catchUp()
      if (choice.below(4) === 0) compare()
    }
    compare()
    // What was compared was not nothing.
    expect(mostCompared).toBeGreaterThan(10)
  })
