import { expect, test } from 'vitest'
import { type FreezeRequest, type FrozenMatrix, frozenViewSchema } from '#shared/domain/frozen-view.ts'
import { createActor } from '../../store/actors.ts'
import { setLinks } from '../../store/links.ts'
import { addArticle, addQuote, opened } from '../../store/notebook.fixture.ts'
import { createRound } from '../../store/rounds.ts'
import { createTopic } from '../../store/topics.ts'
import { loadStatements } from '../statements.ts'
import { freezeView } from './freeze-view.ts'

const now = new Date('2026-03-12T10:00:00.000Z')

async function furnished() {
  const notebook = await opened()
  const has = notebook.mutate('furnish', (db) => {
    const league = createActor(db, { name: 'League', kind: 'party' })
    const union = createActor(db, { name: 'Union', kind: 'party' })
    const ada = createActor(db, { name: 'Ada', kind: 'person', memberOfId: league })
    const bo = createActor(db, { name: 'Bo', kind: 'person', memberOfId: union })
    const water = createTopic(db, { parentId: null, name: 'Water' })
    const data = createTopic(db, { parentId: water, name: 'Data' })
    const fish = createTopic(db, { parentId: null, name: 'Fish' })
    createRound(db, {
      ...{ name: 'First round', fromOn: '2026-02-10', untilOn: null, place: null },
      ...{ participantIds: [], agendaIds: [], note: '' },
    })
    const article = addArticle(db, {
      title: 'Talks',
      outlet: 'Post',
      text: Array.from({ length: 12 }, (_, at) => `Sentence number ${at} of the delegates.`).join('\n\n'),
    })
    let start = 0
    const say = (speakerId: string, topicId: string, stance: 'supports' | 'opposes', saidOn: string) => {
      const id = addQuote(db, article, { speakerId, saidOn, start, end: start + 8, exact: 'Sentence' })
      start += 38
      setLinks(db, [id], topicId, stance)
      return id
    }
    const first = say(ada, water, 'supports', '2026-01-05')
    const second = say(ada, data, 'supports', '2026-03-01')
    const third = say(bo, water, 'opposes', '2026-03-02')
    return { league, union, ada, bo, water, data, fish, first, second, third }
  })
  const freeze = (request: FreezeRequest) => {
    const db = notebook.reader()
    return frozenViewSchema.parse(freezeView(db, loadStatements(db), request, now))
  }
  return { ...has, notebook, freeze }
}

test('a matrix is frozen with names, positions and the quotes behind them, without what nobody spoke on', async () => {
  const { freeze, league, union, water, data, first, second, third } = await furnished()
  const view = freeze({ kind: 'matrix', filter: {}, by: 'party', asOf: null }) as FrozenMatrix
  expect(view).toMatchObject({
    frozenAt: now.toISOString(),
    asOf: null,
    filter: {},
    left: { actors: 0, topics: 0 },
  })
  expect(view.actors).toEqual([
    { id: league, name: 'League' },
    { id: union, name: 'Union' },
  ])
  expect(view.topics).toEqual([
    { id: water, name: 'Water', under: [] },
    { id: data, name: 'Data', under: ['Water'] },
  ])
  expect(view.cells.map(({ actor, topic, stance, quoteIds }) => [actor, topic, stance, quoteIds])).toEqual([
    [0, 0, 'supports', [first]],
    [0, 1, 'supports', [second]],
    [1, 0, 'opposes', [third]],
  ])
})

test('a matrix as of a day, of one topic with all below it, says so and keeps the names', async () => {
  const { freeze, water, ada, first } = await furnished()
  const view = freeze({
    kind: 'matrix',
    filter: { topicId: water },
    by: 'actor',
    asOf: '2026-02',
  }) as FrozenMatrix
  expect(view.filter).toEqual({ topic: { id: water, name: 'Water' } })
  expect(view.asOf).toBe('2026-02')
  expect(view.actors).toEqual([{ id: ada, name: 'Ada' }])
  expect(view.cells.map(({ quoteIds }) => quoteIds)).toEqual([[first]])
})

test('a timeline is frozen lane by lane in stretches that fit its days, with its rounds and quotes', async () => {
  const { freeze, league, union, first, second, third } = await furnished()
  const view = freeze({ kind: 'timeline', filter: {}, rows: 'party' })
  expect(view).toMatchObject({
    unit: 'week',
    rounds: [{ name: 'First round' }],
    lanes: [
      {
        id: league,
        bins: [
          { start: '2026-01-05', quoteIds: [first] },
          { start: '2026-02-23', quoteIds: [second] },
        ],
      },
      { id: union, bins: [{ start: '2026-03-02', quoteIds: [third] }] },
    ],
  })
})

test('where nothing was said there is a view that says nothing', async () => {
  const { freeze, fish } = await furnished()
  expect(freeze({ kind: 'matrix', filter: { topicId: fish }, by: 'party', asOf: null })).toMatchObject({
    actors: [],
    topics: [],
    cells: [],
  })
  expect(freeze({ kind: 'timeline', filter: { topicId: fish }, rows: 'topic' })).toMatchObject({ lanes: [] })
})
