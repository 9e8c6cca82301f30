import { expect, test } from 'vitest'
import { createActor, listActors, mergeActors } from './actors.ts'
import { checkTables } from './check.ts'
import { ensureCoder, listCoders, renameCoder } from './coders.ts'
import type { Writable } from './connection.ts'
import { removeLinks, setLinks } from './links.ts'
import { listMemberships, saveMembership } from './memberships.ts'
import { getMemo, saveMemo } from './memos.ts'
import { addArticle, addQuote, opened, passage, thrownBy } from './notebook.fixture.ts'
import type { Notebook } from './open-notebook.ts'
import { getQuote, listQuotes, updateQuote } from './quotes.ts'
import { assignRound, createRound, getRound, listRounds, updateRound } from './rounds.ts'
import { splitActor } from './split-actor.ts'
import { listSteps, removeStep, saveStep } from './steps.ts'
import { createTopic, listTopics, mergeTopics, updateTopic } from './topics.ts'
import { saveTranslation } from './translations.ts'
import { emptyTrash, listTrash, moveToTrash, restoreFromTrash } from './trash.ts'
import {
  confirmUtterance,
  isRejected,
  leaveUtterance,
  quotesOfUtterance,
  rejectUtterance,
} from './utterances.ts'

function furnish(db: Writable) {
  const union = createActor(db, { name: 'Union', kind: 'party' })
  const league = createActor(db, { name: 'League', kind: 'party' })
  const ada = createActor(db, { name: 'Ada', kind: 'person', memberOfId: union })
  const flow = createTopic(db, { parentId: null, name: 'Flow' })
  const fish = createTopic(db, { parentId: null, name: 'Fish' })
  const places = [1, 2, 3].map((n) => addArticle(db, { title: `Article ${n}` }))
  const [q1 = '', q2 = '', q3 = ''] = places.map((place) => addQuote(db, place, { speakerId: ada }))
  const [first = { articleId: '', revisionId: '' }] = places
  return { union, league, ada, flow, fish, q1, q2, q3, first: first.articleId }
}

async function furnished(): Promise<{ notebook: Notebook; has: ReturnType<typeof furnish> }> {
  const notebook = await opened()
  return { notebook, has: notebook.mutate('furnish', furnish) }
}

const window = { offset: 0, limit: 100, withSubtopics: true } as const

test('A quote keeps the whole chain from its speaker to its article, and what nobody said stays null', async () => {
  const { notebook, has } = await furnished()
  const chain = {
    speakerRole: 'envoy',
    onBehalfId: has.union,
    channel: 'paraphrase' as const,
    citedOutlet: 'River Wire',
    saidPrecision: 'week' as const,
    saidWords: 'early this week',
  }
  notebook.mutate('quote.update', (db) => updateQuote(db, { id: has.q1, saidOn: '2026-03-02', ...chain }))
  expect(getQuote(notebook.reader(), has.q1)).toMatchObject({
    ...chain,
    saidOn: '2026-03-02',
    saidZone: null,
  })
  notebook.undo()
  expect(getQuote(notebook.reader(), has.q1)).toMatchObject({
    channel: null,
    onBehalfId: null,
    saidPrecision: null,
  })
})

test('Two coders link a quote to a topic each in their own way, and the topic counts the quote once', async () => {
  const { notebook, has } = await furnished()
  const [ira, bob] = notebook.mutate('code', (db) => {
    const coders = [ensureCoder(db, 'Ira'), ensureCoder(db, 'Bob')]
    setLinks(db, [has.q1], has.flow, 'supports', { coderId: coders[0] ?? null })
    setLinks(db, [has.q1], has.flow, 'conditional', {
      coderId: coders[1] ?? null,
      condition: 'if the dam is opened',
      conditionTopicId: has.fish,
      conditionActorId: has.league,
      byDate: '2026-06',
      redLine: true,
      strength: 3,
      confidence: 1,
    })
    return coders
  })
  const links = () => getQuote(notebook.reader(), has.q1).links
  expect(links()).toMatchObject([
    { coderId: ira, stance: 'supports', redLine: false, condition: null, strength: null },
    {
      coderId: bob,
      stance: 'conditional',
      redLine: true,
      conditionTopicId: has.fish,
      byDate: '2026-06',
      strength: 3,
    },
  ])
  const count = () => listTopics(notebook.reader()).find(({ id }) => id === has.flow)?.quoteCount
  expect(count()).toBe(1)
  expect(listQuotes(notebook.reader(), { ...window, topicId: has.flow })).toMatchObject({ total: 1 })
  notebook.mutate('code', (db) => setLinks(db, [has.q1], has.flow, 'opposes', { coderId: bob ?? null }))
  expect(links()).toMatchObject([
    { stance: 'supports' },
    { stance: 'opposes', condition: 'if the dam is opened' },
  ])
  notebook.mutate('code', (db) => removeLinks(db, [has.q1], has.flow, ira))
  expect([links().length, count()]).toEqual([1, 1])
  notebook.mutate('code', (db) => removeLinks(db, [has.q1], has.flow))
  expect([links().length, count()]).toEqual([0, 0])
  expect(checkTables(notebook.reader()).database).toEqual([])
})

test('A coder is known by name in any case, and keeps a name of their own', async () => {
  const { notebook } = await furnished()
  const [ira, again, bob] = notebook.mutate('code', (db) =>
    ['Ira', 'IRA', 'Bob'].map((name) => ensureCoder(db, name)),
  )
  expect(again).toBe(ira)
  expect(
    await thrownBy(() => notebook.mutate('x', (db) => renameCoder(db, { id: bob ?? '', name: 'ira' }))),
  ).toMatchObject({
    code: 'coder-exists',
  })
  notebook.mutate('x', (db) => renameCoder(db, { id: bob ?? '', name: 'Rob' }))
  expect(listCoders(notebook.reader()).map(({ name }) => name)).toEqual(['Ira', 'Rob'])
})

test('Quotes become one utterance, utterances join, and rejected pairs are remembered until somebody joins them', async () => {
  const { notebook, has } = await furnished()
  notebook.mutate('reject', (db) => rejectUtterance(db, [has.q3, has.q1]))
  expect(isRejected(notebook.reader(), has.q1, has.q3)).toBe(true)
  notebook.mutate('confirm', (db) => confirmUtterance(db, [has.q1, has.q2]))
  expect(quotesOfUtterance(notebook.reader(), has.q2)).toEqual([has.q1, has.q2])
  expect(
    (await thrownBy(() => notebook.mutate('x', (db) => rejectUtterance(db, [has.q1, has.q2])))).code,
  ).toBe('same-utterance')
  notebook.mutate('confirm', (db) => confirmUtterance(db, [has.q2, has.q3]))
  expect(quotesOfUtterance(notebook.reader(), has.q1)).toEqual([has.q1, has.q2, has.q3])
  expect(isRejected(notebook.reader(), has.q1, has.q3)).toBe(false)
  notebook.mutate('leave', (db) => leaveUtterance(db, [has.q1, has.q2]))
  expect(getQuote(notebook.reader(), has.q3).utteranceId).toBeNull()
  notebook.undo()
  expect(quotesOfUtterance(notebook.reader(), has.q1)).toHaveLength(3)
})

test('A translation goes to the trash and comes back, and one at most is authoritative', async () => {
  const { notebook, has } = await furnished()
  const save = (text: string) =>
    notebook.mutate('translate', (db) =>
      saveTranslation(db, { quoteId: has.q1, lang: 'uk', text, translator: 'Ira', authoritative: true }),
    )
  const first = save('Перший переклад')
  notebook.mutate('trash', (db) => moveToTrash(db, 'translation', [first]))
  expect(listTrash(notebook.reader())).toMatchObject([{ kind: 'translation', name: 'Перший переклад' }])
  save('Другий переклад')
  notebook.mutate('restore', (db) => restoreFromTrash(db, [{ kind: 'translation', id: first }]))
  expect(getQuote(notebook.reader(), has.q1).translations).toMatchObject([
    { text: 'Перший переклад', authoritative: false, translator: 'Ira' },
    { text: 'Другий переклад', authoritative: true },
  ])
})

test('An actor that is merged takes memberships, rounds and conditions along', async () => {
  const { notebook, has } = await furnished()
  const round = notebook.mutate('x', (db) => {
    const ada2 = createActor(db, { name: 'A. da', kind: 'person' })
    saveMembership(db, {
      actorId: ada2,
      memberOfId: has.league,
      role: 'chair',
      fromOn: '2026-01',
      untilOn: null,
    })
    setLinks(db, [has.q1], has.flow, 'conditional', { conditionActorId: ada2 })
    updateQuote(db, { id: has.q2, onBehalfId: ada2 })
    const facts = { fromOn: null, untilOn: null, place: null, agendaIds: [has.fish], note: '' }
    const id = createRound(db, { name: 'First', participantIds: [ada2, has.ada], ...facts })
    mergeActors(db, ada2, has.ada)
    mergeTopics(db, has.fish, has.flow)
    return id
  })
  const db = notebook.reader()
  expect(listMemberships(db)).toMatchObject([{ actorId: has.ada, memberOfId: has.league, role: 'chair' }])
  expect(getQuote(db, has.q1).links).toMatchObject([{ conditionActorId: has.ada }])
  expect(getQuote(db, has.q2).onBehalfId).toBe(has.ada)
  expect(getRound(db, round)).toMatchObject({ participantIds: [has.ada], agendaIds: [has.flow] })
})

test('An actor is split in one step that can be undone', async () => {
  const { notebook, has } = await furnished()
  const id = notebook.mutate('split', (db) =>
    splitActor(db, { id: has.ada, name: 'Ada the younger', aliases: [], quoteIds: [has.q2] }),
  )
  const by = (of: string) => listActors(notebook.reader()).find((actor) => actor.id === of)
  expect(by(id)).toMatchObject({ quoteCount: 1, kind: 'person', memberOfId: has.union })
  expect(by(has.ada)?.quoteCount).toBe(2)
  const notTheirs = { id: has.union, name: 'Other', aliases: [], quoteIds: [has.q1] }
  expect((await thrownBy(() => notebook.mutate('x', (db) => splitActor(db, notTheirs)))).code).toBe(
    'not-theirs',
  )
  notebook.undo()
  expect([by(id), by(has.ada)?.quoteCount]).toEqual([undefined, 3])
})

test('A topic has the status of its latest step, and a status set by hand is a step of that day', async () => {
  const { notebook, has } = await furnished()
  const status = () => listTopics(notebook.reader()).find(({ id }) => id === has.flow)?.status
  const step = (since: string, status: 'proposed' | 'blocked') =>
    notebook.mutate('step', (db) => saveStep(db, { topicId: has.flow, status, since, note: '' }))
  const late = step('2026-03', 'blocked')
  step('2026-01', 'proposed')
  expect(status()).toBe('blocked')
  notebook.mutate('step', (db) => removeStep(db, late))
  expect(status()).toBe('proposed')
  notebook.mutate('topic.update', (db) => updateTopic(db, { id: has.flow, status: 'final' }))
  expect(listSteps(notebook.reader(), has.flow).map((one) => one.status)).toEqual(['proposed', 'final'])
  expect(status()).toBe('final')
})

test('A topic has a memo until it is emptied', async () => {
  const { notebook, has } = await furnished()
  const write = (text: string) =>
    notebook.mutate('memo', (db) => saveMemo(db, has.flow, { document: { text }, text }))
  write('Watch the dam.')
  expect(getMemo(notebook.reader(), has.flow)).toEqual({
    document: { text: 'Watch the dam.' },
    text: 'Watch the dam.',
  })
  write(' ')
  expect(getMemo(notebook.reader(), has.flow)).toBeNull()
})

test('A round gathers its own quotes and those of its articles, and leaves both when it is removed for good', async () => {
  const { notebook, has } = await furnished()
  const facts = { untilOn: null, place: 'Geneva', agendaIds: [], note: '' }
  const id = notebook.mutate('round', (db) => {
    const round = createRound(db, { name: 'First', fromOn: '2026-02', participantIds: [has.union], ...facts })
    assignRound(db, { roundId: round, quoteIds: [has.q2], articleIds: [has.first] })
    return round
  })
  expect(
    listQuotes(notebook.reader(), { ...window, roundId: id })
      .rows.map((row) => row.id)
      .sort(),
  ).toEqual([has.q1, has.q2].sort())
  expect(listRounds(notebook.reader())).toMatchObject([{ quoteCount: 1, articleCount: 1, place: 'Geneva' }])
  expect(
    (await thrownBy(() => notebook.mutate('x', (db) => updateRound(db, { id, untilOn: '2026-01' })))).code,
  ).toBe('round-backwards')
  notebook.mutate('trash', (db) => moveToTrash(db, 'actor', [has.union]))
  expect(getRound(notebook.reader(), id).participantIds).toEqual([])
  notebook.mutate('trash', (db) => moveToTrash(db, 'round', [id]))
  expect(getQuote(notebook.reader(), has.q2).roundId).toBeNull()
  notebook.maintain(emptyTrash)
  expect(checkTables(notebook.reader()).foreignKeys).toEqual([])
  expect(getQuote(notebook.reader(), has.q2).exact).toBe(passage.slice(0, 16))
})
