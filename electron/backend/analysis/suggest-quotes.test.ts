import { expect, test } from 'vitest'
import { createActor } from '../store/actors.ts'
import { addArticle, addQuote, addRevision, opened, thrownBy } from '../store/notebook.fixture.ts'
import type { Notebook } from '../store/open-notebook.ts'
import { suggestQuotes } from './suggest-quotes.ts'

const text = '“We will wait,” said Mayor Helen Marwick. “The river will not,” Marwick added.'

async function withArticle(
  words = text,
): Promise<{ notebook: Notebook; place: { articleId: string; revisionId: string } }> {
  const notebook = await opened()
  return { notebook, place: notebook.mutate('furnish', (db) => addArticle(db, { text: words })) }
}

test('an article’s quotations are suggested with their speakers', async () => {
  const { notebook, place } = await withArticle()
  expect(await suggestQuotes(notebook.reader(), place.revisionId)).toMatchObject([
    { exact: 'We will wait,', start: 1, end: 14, kind: 'direct', speaker: 'Helen Marwick', speakerId: null },
    { exact: 'The river will not,', speaker: 'Helen Marwick', mention: 'Marwick', cue: 'added' },
  ])
})

test('what is marked already is left out, also where it was marked with other edges', async () => {
  const { notebook, place } = await withArticle()
  const marked = { start: 0, end: 15, exact: text.slice(0, 15) }
  notebook.mutate('mark', (db) => addQuote(db, place, marked))
  expect((await suggestQuotes(notebook.reader(), place.revisionId)).map(({ exact }) => exact)).toEqual([
    'The river will not,',
  ])
})

test('a speaker whom the notebook knows, if only by an alias, is named by id', async () => {
  const { notebook, place } = await withArticle()
  const id = notebook.mutate('actor.add', (db) =>
    createActor(db, { name: 'Marwick of Brookhaven', kind: 'person', aliases: ['helen marwick'] }),
  )
  expect(
    (await suggestQuotes(notebook.reader(), place.revisionId)).map(({ speakerId }) => speakerId),
  ).toEqual([id, id])
})

test('each revision has suggestions of its own', async () => {
  const { notebook, place } = await withArticle()
  const later = notebook.mutate('clip', (db) => addRevision(db, place.articleId, `Late. ${text}`))
  expect((await suggestQuotes(notebook.reader(), later))[0]?.start).toBe(7)
})

test('a revision that is not there is an error', async () => {
  const { notebook } = await withArticle()
  expect(
    await thrownBy(() => suggestQuotes(notebook.reader(), '0199a000-0000-7000-8000-000000000000')),
  ).toMatchObject({
    code: 'not-found',
  })
})
