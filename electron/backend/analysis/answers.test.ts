import { expect, test } from 'vitest'
import { contract } from '#shared/rpc/contract.ts'
import type { InputOf, OutputOf, Spec } from '#shared/rpc/router-type.ts'
import { createActor } from '../store/actors.ts'
import { ensureCoder } from '../store/coders.ts'
import type { Writable } from '../store/connection.ts'
import { setLinks } from '../store/links.ts'
import { saveMembership } from '../store/memberships.ts'
import { addArticle, addQuote, opened } from '../store/notebook.fixture.ts'
import type { Notebook } from '../store/open-notebook.ts'
import { saveStep } from '../store/steps.ts'
import { createTopic } from '../store/topics.ts'
import { moveToTrash } from '../store/trash.ts'
import { confirmUtterance } from '../store/utterances.ts'
import { answers } from './answers.ts'
import { type KeptStatements, keepStatements } from './kept-statements.ts'

type Calls = (typeof contract)['analysis']

const keeping = new WeakMap<Notebook, KeptStatements>()

/** Asks as a window does: the input is read by the contract, and what is kept in memory hears of every change. */
function analysis<Name extends keyof Calls>(
  notebook: Notebook,
  name: Name,
  input: InputOf<Calls[Name] & Spec>,
): OutputOf<Calls[Name] & Spec> {
  const known = keeping.get(notebook)
  const kept = known ?? keepStatements()
  if (known === undefined) {
    keeping.set(notebook, kept)
    notebook.onChange(({ entities }) => kept.note(entities))
  }
  const ask = answers[name] as (...given: unknown[]) => unknown
  const db = notebook.reader()
  const parsed = contract.analysis[name].input.parse(input)
  return ask(db, kept.current(db, true), parsed) as OutputOf<Calls[Name] & Spec>
}

type Stance = 'supports' | 'opposes' | 'conditional' | 'neutral'

function furnish(db: Writable) {
  const union = createActor(db, { name: 'Union', kind: 'party' })
  const league = createActor(db, { name: 'League', kind: 'party' })
  const ada = createActor(db, { name: 'Ada', kind: 'person', memberOfId: union })
  const bo = createActor(db, { name: 'Bo', kind: 'person', memberOfId: union })
  const cy = createActor(db, { name: 'Cy', kind: 'person', memberOfId: league })
  const flow = createTopic(db, { parentId: null, name: 'Flow' })
  const fish = createTopic(db, { parentId: null, name: 'Fish' })
  return { union, league, ada, bo, cy, flow, fish }
}

async function furnished() {
  const notebook = await opened()
  const has = notebook.mutate('furnish', furnish)
  const say = (
    speakerId: string,
    topicId: string,
    stance: Stance,
    saidOn: string | null,
    more: Parameters<typeof setLinks>[4] & { outlet?: string; lang?: string } = {},
  ) => {
    const { outlet = 'River Post', lang = 'en', ...coding } = more
    return notebook.mutate('say', (db) => {
      const quote = addQuote(db, addArticle(db, { outlet, lang }), { speakerId, saidOn })
      setLinks(db, [quote], topicId, stance, coding)
      return quote
    })
  }
  return { notebook, has, say }
}

const matrix = (notebook: Notebook, asOf: string, by: 'actor' | 'party' = 'party', more = {}) =>
  analysis(notebook, 'matrix', { asOf, by, ...more }).cells

test('A position is what was said last, with its age, its trend and the time before it', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'opposes', '2026-01-05')
  say(has.ada, has.flow, 'supports', '2026-04-01')
  expect(matrix(notebook, '2026-02-01')).toMatchObject([
    { actorId: has.union, topicId: has.flow, stance: 'opposes', trend: 'new', utterances: 1, age: 27 },
  ])
  expect(matrix(notebook, '2026-04-11')).toMatchObject([
    { stance: 'supports', trend: 'towards', conflict: false, utterances: 2, latest: '2026-04-01', age: 10 },
  ])
  expect(matrix(notebook, '2025-12-31')).toEqual([])
})

test('Different stances within the deciding time are told as a conflict, and the more frequent one decides', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'opposes', '2026-04-01')
  say(has.bo, has.flow, 'opposes', '2026-04-03')
  say(has.ada, has.flow, 'supports', '2026-04-09')
  say(has.bo, has.flow, 'neutral', '2026-04-10')
  const [cell] = matrix(notebook, '2026-05-01')
  expect(cell).toMatchObject({ stance: 'opposes', conflict: true, utterances: 4 })
  expect(cell?.recent).toEqual({ supports: 1, opposes: 2, conditional: 0, neutral: 1 })
})

test('Of stances said equally often the later one decides, and neutral words only where nothing else was said', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'opposes', '2026-04-01')
  say(has.ada, has.flow, 'supports', '2026-04-02')
  say(has.ada, has.flow, 'neutral', '2026-04-03')
  say(has.ada, has.fish, 'neutral', '2026-04-03')
  const stanceOn = (topicId: string) =>
    matrix(notebook, '2026-05').find((cell) => cell.topicId === topicId)?.stance
  expect([stanceOn(has.flow), stanceOn(has.fish)]).toEqual(['supports', 'neutral'])
})

test('An utterance in several articles, or coded by two, counts once, and its evidence names every source', async () => {
  const { notebook, has, say } = await furnished()
  const copies = ['2026-04-01', '2026-04-02'].map((day) => say(has.ada, has.flow, 'supports', day))
  const coderId = notebook.mutate('code', (db) => ensureCoder(db, 'Ira'))
  notebook.mutate('code', (db) => setLinks(db, copies.slice(0, 1), has.flow, 'supports', { coderId }))
  expect(matrix(notebook, '2026-05-01')).toMatchObject([{ utterances: 2 }])
  notebook.mutate('join', (db) => confirmUtterance(db, copies))
  expect(matrix(notebook, '2026-05-01')).toMatchObject([{ utterances: 1 }])
  const evidence = analysis(notebook, 'evidence', { by: 'party', actorId: has.union, topicId: has.flow })
  expect(evidence.map(({ id }) => id).sort()).toEqual(copies.sort())
})

test('Words count for the party that the speaker belonged to on that day', async () => {
  const { notebook, has, say } = await furnished()
  notebook.mutate('member', (db) =>
    saveMembership(db, {
      actorId: has.ada,
      memberOfId: has.league,
      role: null,
      fromOn: '2026-03',
      untilOn: '2026-04',
    }),
  )
  say(has.ada, has.flow, 'supports', '2026-02-28')
  say(has.ada, has.fish, 'supports', '2026-04-30')
  const owners = matrix(notebook, '2026-06').map(({ actorId, topicId }) => [actorId, topicId])
  expect(owners).toEqual(
    expect.arrayContaining([
      [has.union, has.flow],
      [has.league, has.fish],
    ]),
  )
  expect(matrix(notebook, '2026-06', 'actor').map(({ actorId }) => actorId)).toEqual([has.ada, has.ada])
})

test('A filter of outlets, languages, coders, topics and days narrows what counts', async () => {
  const { notebook, has, say } = await furnished()
  const coderId = notebook.mutate('code', (db) => ensureCoder(db, 'Ira'))
  say(has.ada, has.flow, 'opposes', '2026-01-01', { outlet: 'River Wire', lang: 'uk', coderId })
  say(has.ada, has.fish, 'supports', '2026-02-01')
  const topicsOf = (more: object) => matrix(notebook, '2026-06', 'party', more).map(({ topicId }) => topicId)
  expect(topicsOf({ outlets: ['River Wire'] })).toEqual([has.flow])
  expect(topicsOf({ langs: ['en'] })).toEqual([has.fish])
  expect(topicsOf({ coderIds: [coderId] })).toEqual([has.flow])
  expect(topicsOf({ topicIds: [has.fish] })).toEqual([has.fish])
  expect(topicsOf({ from: '2026-01-02' })).toEqual([has.fish])
  expect(topicsOf({ until: '2026-01' })).toEqual([has.flow])
})

test('A change is seen at once by who asks again', async () => {
  const { notebook, has, say } = await furnished()
  expect(matrix(notebook, '2026-06')).toEqual([])
  say(has.ada, has.flow, 'supports', '2026-02-01')
  expect(matrix(notebook, '2026-06')).toHaveLength(1)
  notebook.undo()
  expect(matrix(notebook, '2026-06')).toEqual([])
})

test('What an actor in the trash said is left out at once, and is back with them', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'supports', '2026-02-01')
  expect(matrix(notebook, '2026-06')).toHaveLength(1)
  notebook.mutate('trash', (db) => moveToTrash(db, 'actor', [has.ada]))
  expect(matrix(notebook, '2026-06')).toEqual([])
  notebook.undo()
  expect(matrix(notebook, '2026-06')).toHaveLength(1)
})

test('The timeline counts each utterance in the bin of its first day', async () => {
  const { notebook, has, say } = await furnished()
  const first = say(has.ada, has.flow, 'supports', '2026-01-30')
  const copy = say(has.ada, has.flow, 'supports', '2026-02-02')
  say(has.bo, has.fish, 'opposes', '2026-02-03')
  notebook.mutate('join', (db) => confirmUtterance(db, [first, copy]))
  expect(analysis(notebook, 'timeline', { unit: 'month', rows: 'party' })).toMatchObject([
    { rowId: has.union, start: '2026-01-01', utterances: 1, stances: { supports: 1 } },
    { rowId: has.union, start: '2026-02-01', utterances: 1, stances: { opposes: 1 } },
  ])
  const weeks = analysis(notebook, 'timeline', { unit: 'week', rows: 'topic' }).map(({ start }) => start)
  expect(weeks).toEqual(['2026-01-26', '2026-02-02'])
})

test('A shift is an actor’s turn, a contradiction two members of a party within a month', async () => {
  const { notebook, has, say } = await furnished()
  const before = say(has.ada, has.flow, 'opposes', '2026-01-05')
  say(has.ada, has.flow, 'neutral', '2026-02-01')
  const after = say(has.ada, has.flow, 'supports', '2026-04-01')
  const other = say(has.bo, has.flow, 'opposes', '2026-04-20')
  say(has.cy, has.flow, 'opposes', '2026-04-21')
  expect(analysis(notebook, 'shifts', { limit: 10 })).toMatchObject([
    {
      kind: 'contradiction',
      actorId: has.union,
      before: { quoteId: after },
      after: { quoteId: other, actorId: has.bo },
    },
    {
      kind: 'shift',
      actorId: has.ada,
      before: { quoteId: before, stance: 'opposes', day: '2026-01-05' },
      after: { quoteId: after, stance: 'supports' },
    },
  ])
  expect(analysis(notebook, 'shifts', { limit: 10, from: '2026-04-02' })).toMatchObject([
    { kind: 'contradiction' },
  ])
})

test('A position is as strong as the latest of its own stance that says how strong it is', async () => {
  const { notebook, has, say } = await furnished()
  const strength = () =>
    analysis(notebook, 'matrix', { by: 'actor', asOf: '2026-03' }).cells.map((cell) => cell.strength)
  say(has.ada, has.flow, 'opposes', '2026-01-01', { strength: 1 })
  expect(strength()).toEqual([1])
  say(has.ada, has.flow, 'opposes', '2026-02-01', { strength: 3 })
  say(has.ada, has.flow, 'opposes', '2026-02-02')
  say(has.ada, has.flow, 'supports', '2026-02-03', { strength: 2 })
  expect(strength()).toEqual([3])
  say(has.ada, has.flow, 'supports', '2026-02-04')
  expect(strength()).toEqual([2])
})

test('Conditions that wait for each other are a circle, and a red line is listed without one', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'conditional', '2026-01-01', {
    conditionActorId: has.cy,
    conditionTopicId: has.fish,
  })
  say(has.cy, has.fish, 'conditional', '2026-01-02', {
    conditionActorId: has.ada,
    conditionTopicId: has.flow,
  })
  say(has.bo, has.fish, 'opposes', '2026-01-03', { redLine: true })
  expect(analysis(notebook, 'conditions', undefined)).toMatchObject([
    { actorId: has.bo, redLine: true, cycle: null },
    { actorId: has.cy, cycle: 0, onActorId: has.ada },
    { actorId: has.ada, cycle: 0, redLine: false },
  ])
})

test('The network ties who stands alike, who does not, and what they stand alike on', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'supports', '2026-01-01')
  say(has.cy, has.flow, 'conditional', '2026-01-01')
  say(has.ada, has.fish, 'supports', '2026-01-01')
  say(has.cy, has.fish, 'opposes', '2026-01-01')
  const edges = (kind: 'actors' | 'topics' | 'two-mode') =>
    analysis(notebook, 'network', { kind, by: 'party', until: '2026-02' }).edges
  expect(edges('actors')).toMatchObject([{ congruence: 1, conflict: 1 }])
  expect(edges('topics')).toMatchObject([{ congruence: 1, conflict: 1 }])
  expect(edges('two-mode')).toHaveLength(4)
})

test('Coders’ agreement is told by topic, with the quotes they see differently', async () => {
  const { notebook, has, say } = await furnished()
  const [ira, bob] = notebook.mutate('code', (db) => ['Ira', 'Bob'].map((name) => ensureCoder(db, name)))
  const code = (quote: string, coderId: string | undefined, stance: Stance) =>
    notebook.mutate('code', (db) => setLinks(db, [quote], has.flow, stance, { coderId: coderId ?? null }))
  const same = say(has.ada, has.flow, 'supports', '2026-01-01', { coderId: ira ?? null })
  const differs = say(has.ada, has.flow, 'supports', '2026-01-02', { coderId: ira ?? null })
  say(has.ada, has.flow, 'opposes', '2026-01-03', { coderId: ira ?? null })
  code(same, bob, 'supports')
  code(differs, bob, 'opposes')
  const [agreement] = analysis(notebook, 'agreement', undefined)
  expect(agreement).toMatchObject({ topicId: has.flow, quotes: 2, alpha: 0 })
  expect(agreement?.disagreements).toMatchObject([{ quoteId: differs, codings: [{}, {}] }])
})

test('Coverage names what nobody speaks of, who is never quoted, and what rests on one outlet', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'supports', '2026-01-01', { outlet: 'River Post' })
  say(has.ada, has.flow, 'supports', '2026-01-02', { outlet: 'River Wire' })
  say(has.bo, has.flow, 'supports', '2026-01-02', { outlet: 'River Wire' })
  expect(analysis(notebook, 'coverage', undefined)).toMatchObject({
    topics: [
      { topicId: has.fish, latest: null, utterances: 0 },
      { topicId: has.flow, latest: '2026-01-02', utterances: 3 },
    ],
    unquotedIds: [has.league],
    singleSource: [{ actorId: has.bo, topicId: has.flow, outlet: 'River Wire' }],
  })
})

test('The digest is narrowed by outlet, language, topic and coder as every view is', async () => {
  const { notebook, has, say } = await furnished()
  const coderId = notebook.mutate('code', (db) => ensureCoder(db, 'Ira'))
  const flow = say(has.ada, has.flow, 'opposes', '2026-04-01')
  const fish = say(has.bo, has.fish, 'supports', '2026-04-02', { outlet: 'River Wire', lang: 'uk', coderId })
  const told = (filter: object) => {
    const { quoteIds, articles, actors, topics } = analysis(notebook, 'digest', {
      since: '2026-01-01',
      ...filter,
    })
    return { quoteIds, articles, speakers: actors.map(({ id }) => id), moved: topics.map(({ id }) => id) }
  }
  for (const topicId of [has.flow, has.fish])
    notebook.mutate('step', (db) =>
      saveStep(db, { topicId, status: 'agreed', since: '2026-04-02', note: '' }),
    )
  const ofFish = { quoteIds: [fish], speakers: [has.bo], moved: [has.fish] }
  expect(told({ outlets: ['River Wire'] })).toEqual({ ...ofFish, articles: 1 })
  expect(told({ langs: ['uk'] })).toEqual({ ...ofFish, articles: 1 })
  expect(told({ topicIds: [has.fish] })).toEqual({ ...ofFish, articles: 1 })
  expect(told({ coderIds: [coderId] })).toEqual({ ...ofFish, articles: 1 })
  expect(told({ langs: ['en'], topicIds: [has.fish] })).toMatchObject({ quoteIds: [], moved: [] })
  expect(told({}).moved.toSorted()).toEqual([has.flow, has.fish].toSorted())
  expect(told({}).quoteIds.toSorted()).toEqual([flow, fish].toSorted())
})

test('The digest tells what came since a day and what turned in it', async () => {
  const { notebook, has, say } = await furnished()
  say(has.ada, has.flow, 'opposes', '2026-01-05')
  const quote = say(has.ada, has.flow, 'supports', '2026-04-01')
  notebook.mutate('step', (db) =>
    saveStep(db, { topicId: has.flow, status: 'agreed', since: '2026-04-02', note: '' }),
  )
  expect(analysis(notebook, 'digest', { since: '2026-03-01' })).toMatchObject({
    topics: [{ name: 'Flow', status: 'agreed', since: '2026-04-02' }],
    shifts: [{ after: { quoteId: quote } }],
  })
  expect(analysis(notebook, 'digest', { since: '2999-01-01' })).toMatchObject({
    quoteIds: [],
    articles: 0,
    actors: [],
  })
})
