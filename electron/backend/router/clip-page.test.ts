import { expect, onTestFinished, test } from 'vitest'
import type { ClipPageResult } from '#shared/domain/clipper.ts'
import { createActor, listActors } from '../store/actors.ts'
import { getArticle, listArticles } from '../store/articles.ts'
import { getComment } from '../store/comments.ts'
import { newNotebookPath } from '../store/notebook.fixture.ts'
import { getQuote } from '../store/quotes.ts'
import { getRevisionContent } from '../store/revisions.ts'
import { createTopic, listTopics } from '../store/topics.ts'
import { callProcedure } from './index.ts'
import { openSession, type Session } from './session.ts'

/** At an address that is never fetched from. */
const picture = 'http://127.0.0.1:9/lock.png'
const url = 'https://river.example/2026/locks?utm_source=feed'
/** The smallest PNG there is: one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const paragraphs = [
  'The commission for the upper locks met for three hours on Thursday and ended without a date, although both banks had promised one before the summer.',
  '“We will open the second lock when the tolls are shared, and not a day before,” said Ilse Maren, who speaks for the northern bank in these talks.',
  'Her colleague from the south, Oskar Lindqvist, answered that the tolls were never part of the mandate, and that the bargemen had waited long enough.',
  'The next session is set for the ninth of the month in Tarn, where the engineers are to present the figures that both sides have asked for since spring.',
]

function pageOf(texts: readonly string[]): string {
  const body = texts.map((text) => `<p>${text}</p>`).join('')
  return `<!doctype html><html lang="en"><head><title>No date for the locks</title></head><body><nav>Home News Sport</nav>
    <article><h1>No date for the locks</h1><img src="${picture}" alt="The lock" width="600" height="400">${body}</article>
    <aside><p>Related: We will open the second lock</p></aside></body></html>`
}

async function opened(): Promise<Session> {
  const session = await openSession(newNotebookPath(), { program: 'test' })
  onTestFinished(() => session.close())
  return session
}

const clip = (session: Session, input: object, key?: string) =>
  callProcedure(
    session,
    'capture',
    'clipPage',
    { kind: 'page', url, html: pageOf(paragraphs), images: [], note: '', ...input },
    undefined,
    key,
  ) as Promise<ClipPageResult>

const quote = (exact: string, more: object = {}) => ({
  exact,
  prefix: '',
  suffix: '',
  speaker: null,
  topic: null,
  note: 'Not found in the text',
  ...more,
})

const maren = 'We will open the second lock when the tolls are shared, and not a day before,'

test('a page becomes an article with the images that the browser had', async () => {
  const session = await opened()
  const result = await clip(session, { images: [{ url: picture, bytes: pixel }] })
  expect(result).toMatchObject({
    outcome: 'created',
    title: 'No date for the locks',
    quote: null,
    warnings: [],
  })
  const db = session.notebook.reader()
  const { document, text } = getRevisionContent(db, result.revisionId)
  expect(text).toContain('ended without a date')
  expect(JSON.stringify(document)).toMatch(/"asset":"[0-9a-f]{64}"/)
})

test('what is no image is left out, whatever it calls itself', async () => {
  const session = await opened()
  const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>').toString(
    'base64',
  )
  const result = await clip(session, {
    images: [{ url: picture, bytes }],
  })
  expect(result.warnings.map(({ code }) => code)).toEqual(['images-missing'])
})

test('a quote is placed in the extracted text, with its speaker, its topic and its stance', async () => {
  const session = await opened()
  const speakerId = session.notebook.mutate('t', (db) =>
    createActor(db, { name: 'Ilse Maren', kind: 'person' }),
  )
  const result = await clip(session, {
    quote: quote(maren, {
      speaker: { id: speakerId, name: 'Ilse Maren' },
      topic: { path: ['Locks', 'Tolls'], stance: 'conditional' },
    }),
  })
  expect(result.quote?.outcome).toBe('placed')
  const db = session.notebook.reader()
  const made = getQuote(db, result.quote?.id ?? '')
  expect(made).toMatchObject({ exact: maren, speakerId, anchor: { outcome: 'same' } })
  const tolls = listTopics(db).find(({ name }) => name === 'Tolls')
  expect(made.links).toMatchObject([{ topicId: tolls?.id, stance: 'conditional' }])
})

test('a second quote of the same page makes no revision, even if the page has changed around it', async () => {
  const session = await opened()
  const first = await clip(session, {})
  const html = pageOf([
    ...paragraphs,
    'Update: a fifth paragraph was added in the evening, long after the first clip.',
  ])
  const second = await clip(session, { html, quote: quote(maren) })
  expect(second).toMatchObject({
    outcome: 'unchanged',
    articleId: first.articleId,
    quote: { outcome: 'placed' },
  })
  expect(getArticle(session.notebook.reader(), first.articleId).revisions).toHaveLength(1)
  const added = 'a fifth paragraph was added in the evening'
  const third = await clip(session, { html, quote: quote(added) })
  expect(third).toMatchObject({ outcome: 'revised', quote: { outcome: 'placed' } })
  expect(getArticle(session.notebook.reader(), first.articleId).revisions).toHaveLength(2)
})

test('a passage with an advertisement in its midst is placed by likeness, and says so', async () => {
  const session = await opened()
  const exact = `${paragraphs[1]}\nADVERTISEMENT\n${paragraphs[2]}`
  const result = await clip(session, {
    quote: quote(exact, { prefix: paragraphs[0], suffix: paragraphs[3] }),
  })
  expect(result.quote?.outcome).toBe('similar')
  const made = getQuote(session.notebook.reader(), result.quote?.id ?? '')
  expect(made.exact.startsWith('“We will open')).toBe(true)
  expect(made.exact.endsWith('waited long enough.')).toBe(true)
})

test('the same words from elsewhere on the page make a quote that asks to be looked at', async () => {
  const session = await opened()
  const elsewhere = {
    prefix: 'Most read today in Sport and Weather\n',
    suffix: '\nFive recipes for the harvest',
  }
  const teaser = await clip(session, { quote: quote('the engineers are to present the figures', elsewhere) })
  expect(teaser.quote?.outcome).toBe('similar')
  const own = {
    prefix: 'set for the ninth of the month in Tarn, where ',
    suffix: ' that both sides have asked for',
  }
  const body = await clip(session, { quote: quote('the engineers are to present the figures', own) })
  expect(body.quote?.outcome).toBe('placed')
})

test('words that the article does not have make no quote: they are kept in its note, below what was there', async () => {
  const session = await opened()
  const exact = 'Subscribers can read on about the night in which the tolls were almost agreed'
  const first = await clip(session, { quote: quote(exact) })
  expect(first.quote).toEqual({ outcome: 'noted', id: null })
  await clip(session, {
    quote: quote('Another line that is nowhere to be found in this article, not even nearly'),
  })
  const db = session.notebook.reader()
  expect(getArticle(db, first.articleId).quoteCount).toBe(0)
  expect(getComment(db, { articleId: first.articleId })?.text).toBe(
    `Not found in the text\n${exact}\nNot found in the text\nAnother line that is nowhere to be found in this article, not even nearly`,
  )
})

test('a few words that stand in several places, and in none with this context, are not guessed', async () => {
  const session = await opened()
  const { quote: made } = await clip(session, {
    quote: quote('the tolls', { prefix: 'weather and traffic for', suffix: 'on the coast this weekend' }),
  })
  expect(made?.outcome).toBe('noted')
})

test('a topic or an actor that is gone is made anew by name, and one that answers to the name is taken', async () => {
  const session = await opened()
  const gone = '01890000-0000-7000-8000-000000000000'
  session.notebook.mutate('t', (db) => {
    createActor(db, { name: 'I. Maren', kind: 'person', aliases: ['ILSE MAREN'] })
    createTopic(db, { parentId: null, name: 'Tolls' })
  })
  await clip(session, {
    quote: quote(maren, {
      speaker: { id: gone, name: 'Ilse Maren' },
      topic: { id: gone, path: ['tolls'], stance: 'opposes' },
    }),
  })
  const db = session.notebook.reader()
  expect(listActors(db).map(({ name }) => name)).toEqual(['I. Maren'])
  expect(listTopics(db).map(({ name }) => name)).toEqual(['Tolls'])
})

test('a passage that is clipped again stays one quote and gains what is said of it, unless another is said to speak', async () => {
  const session = await opened()
  const topic = (name: string) => ({ topic: { path: [name], stance: 'supports' } })
  const first = await clip(session, { quote: quote(maren, topic('Tolls')) })
  const second = await clip(session, {
    quote: quote(maren, { ...topic('Locks'), speaker: { name: 'Ilse Maren' } }),
  })
  expect(second.quote?.id).toBe(first.quote?.id)
  const db = session.notebook.reader()
  const made = getQuote(db, first.quote?.id ?? '')
  expect(made.links).toHaveLength(2)
  expect(listActors(db).map(({ id }) => id)).toEqual([made.speakerId])
  const other = await clip(session, { quote: quote(maren, { speaker: { name: 'Oskar Lindqvist' } }) })
  expect(other.quote?.id).not.toBe(first.quote?.id)
})

test('a part of a page is an article of its own, beside that of the page', async () => {
  const session = await opened()
  await clip(session, {})
  const part = await clip(session, { kind: 'part', title: 'A part', html: `<p>${paragraphs[2]}</p>` })
  expect(part).toMatchObject({ outcome: 'created', title: 'A part' })
  expect(getRevisionContent(session.notebook.reader(), part.revisionId).text).toBe(paragraphs[2])
})

test('a clip that is sent twice with one key is stored once, and is one step to undo', async () => {
  const session = await opened()
  const key = 'k'.repeat(22)
  const input = { quote: quote(maren, { speaker: { name: 'Ilse Maren' } }) }
  const first = await clip(session, input, key)
  expect(await clip(session, input, key)).toEqual(first)
  const count = () =>
    listArticles(session.notebook.reader(), {
      offset: 0,
      limit: 10,
      filter: {},
      order: { by: 'clipped', descending: true },
    }).total
  expect(count()).toBe(1)
  session.notebook.undo()
  expect(count()).toBe(0)
  expect(listActors(session.notebook.reader())).toEqual([])
})
