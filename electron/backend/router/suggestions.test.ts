import { expect, onTestFinished, test } from 'vitest'
import type { QuoteSuggestion } from '#shared/domain/suggestion.ts'
import { createActor, listActors } from '../store/actors.ts'
import { addArticle, newNotebookPath } from '../store/notebook.fixture.ts'
import { quotesOfArticle } from '../store/quotes.ts'
import { callProcedure } from './index.ts'
import { openSession, type Session } from './session.ts'

const text = [
  'The Minister of Waterways, Ilse Maren, told reporters in Tarn on Monday that the lock would open in May.',
  '“The lock belongs to both banks,” Maren said, “and both banks will pay for it.”',
  '“We were not asked,” said Oskar Lindqvist, who speaks for the bargemen.',
].join('\n')

async function openedNotebook(): Promise<{ session: Session; articleId: string; revisionId: string }> {
  const session = await openSession(newNotebookPath(), { program: 'test' })
  onTestFinished(() => session.close())
  const place = session.notebook.mutate('article.add', (db) => addArticle(db, { text }))
  return { session, ...place }
}

async function suggest(session: Session, revisionId: string): Promise<QuoteSuggestion[]> {
  return (await callProcedure(session, 'quote', 'suggest', { revisionId })) as QuoteSuggestion[]
}

const wordsOf = (suggestions: readonly QuoteSuggestion[]) =>
  suggestions.map(({ start, end }) => text.slice(start, end))
const direct = (suggestions: readonly QuoteSuggestion[]) =>
  suggestions.filter(({ kind }) => kind !== 'indirect')

test('Every quotation is suggested with its speaker, by the fullest name and as the actor who answers to it', async () => {
  const { session, revisionId } = await openedNotebook()
  const id = session.notebook.mutate('actor.create', (db) =>
    createActor(db, { name: 'I. Maren', kind: 'person', aliases: ['ILSE MAREN'] }),
  )
  const found = direct(await suggest(session, revisionId))
  expect(wordsOf(found)).toEqual([
    'The lock belongs to both banks,',
    'and both banks will pay for it.',
    'We were not asked,',
  ])
  expect(found.map(({ speaker }) => speaker)).toEqual(['Ilse Maren', 'Ilse Maren', 'Oskar Lindqvist'])
  expect(found.map(({ speakerId }) => speakerId)).toEqual([id, id, null])
  expect(found[0]?.group).toBe(found[1]?.group)
  expect(found[0]?.group).not.toBe(found[2]?.group)
})

test('What is marked already is not suggested; of what is marked in a small part the whole still is', async () => {
  const { session, revisionId } = await openedNotebook()
  const [first, second, third] = direct(await suggest(session, revisionId))
  if (!first || !second || !third) throw new Error('Three quotations stand in the text.')
  const mark = (start: number, end: number) =>
    callProcedure(session, 'quote', 'create', { revisionId, start, end, links: [] })
  await mark(first.start - 1, first.end + 1)
  await mark(second.start, second.start + 8)
  await mark(third.start, third.start + 6)
  await mark(third.start + 6, third.end)
  expect(wordsOf(direct(await suggest(session, revisionId)))).toEqual(['and both banks will pay for it.'])
})

test('Accepting makes a quote of each passage, the actor and the name learnt; one step takes all of it back', async () => {
  const { session, articleId, revisionId } = await openedNotebook()
  const db = session.notebook.reader()
  const passages = direct(await suggest(session, revisionId))
    .slice(0, 2)
    .map(({ start, end }) => ({ start, end }))
  const accepted = await callProcedure(session, 'quote', 'accept', {
    revisionId,
    passages,
    speaker: { name: 'Ilse Maren-Holt' },
    alias: 'Ilse Maren',
  })
  const [actor] = listActors(db)
  expect(actor).toMatchObject({ name: 'Ilse Maren-Holt', aliases: ['Ilse Maren'], quoteCount: 2 })
  expect(accepted).toMatchObject({ speakerId: actor?.id, taught: true })
  const quotes = quotesOfArticle(db, articleId)
  expect(quotes.map(({ exact }) => exact)).toEqual([
    'The lock belongs to both banks,',
    'and both banks will pay for it.',
  ])
  expect(quotes.map(({ speakerId, saidOn }) => ({ speakerId, saidOn }))).toEqual([
    { speakerId: actor?.id, saidOn: null },
    { speakerId: actor?.id, saidOn: null },
  ])
  await callProcedure(session, 'journal', 'undo', undefined)
  expect(quotesOfArticle(db, articleId)).toEqual([])
  expect(listActors(db)).toEqual([])
  expect(direct(await suggest(session, revisionId))).toHaveLength(3)
})

test('A name that somebody else answers to is not taught, nor one the speaker has', async () => {
  const { session, revisionId } = await openedNotebook()
  const [maren, other] = session.notebook.mutate('actor.create', (db) => [
    createActor(db, { name: 'Ilse Maren', kind: 'person' }),
    createActor(db, { name: 'The Ministry', kind: 'organisation', aliases: ['Maren'] }),
  ])
  const accept = (actorId: string | undefined, alias: string, at: number) =>
    callProcedure(session, 'quote', 'accept', {
      revisionId,
      passages: [{ start: at, end: at + 3 }],
      speaker: { actorId },
      alias,
    })
  expect(await accept(other, 'ilse maren', 0)).toMatchObject({ taught: false, speakerId: other })
  expect(await accept(maren, 'Ilse Maren', 4)).toMatchObject({ taught: false })
  expect(await accept(maren, 'Maren', 8)).toMatchObject({ taught: false })
  expect(await accept(maren, 'Minister Maren', 12)).toMatchObject({ taught: true })
  const aliases = listActors(session.notebook.reader()).map((actor) => actor.aliases)
  expect(aliases).toEqual([['Minister Maren'], ['Maren']])
})

test('Nothing is made where one of the passages cannot be', async () => {
  const { session, articleId, revisionId } = await openedNotebook()
  const accept = callProcedure(session, 'quote', 'accept', {
    revisionId,
    passages: [
      { start: 0, end: 5 },
      { start: 0, end: text.length + 1 },
    ],
    speaker: { name: 'Ilse Maren' },
  })
  await expect(accept).rejects.toMatchObject({ code: 'outside-text' })
  expect(quotesOfArticle(session.notebook.reader(), articleId)).toEqual([])
  expect(listActors(session.notebook.reader())).toEqual([])
})

test('A long text is read in a thread of its own, with the same answer', async () => {
  const session = await openSession(newNotebookPath(), { program: 'test' })
  onTestFinished(() => session.close())
  const long = `${text}\n${'The barges went by, and the water was low. '.repeat(2500)}`
  const { revisionId } = session.notebook.mutate('article.add', (db) => addArticle(db, { text: long }))
  expect(wordsOf(direct(await suggest(session, revisionId)))).toEqual([
    'The lock belongs to both banks,',
    'and both banks will pay for it.',
    'We were not asked,',
  ])
})
