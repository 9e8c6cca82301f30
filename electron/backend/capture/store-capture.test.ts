import { beforeEach, expect, it } from 'vitest'
import { articleFacets, getArticle, listArticles } from '../store/articles.ts'
import { opened } from '../store/notebook.fixture.ts'
import type { Notebook } from '../store/open-notebook.ts'
import { extractFile } from './extract-file.ts'
import { storeCapture } from './store-capture.ts'

let notebook: Notebook

beforeEach(async () => {
  notebook = await opened()
})

const url = 'https://courier.example/lock'
const body = [
  'Delegates from the four river states agreed on Tuesday to open the lower lock to night traffic from June.',
  'The chair of the talks said the agreement covers vessels of up to 2,400 tonnes and will be reviewed.',
  'Under the agreement, each state will send an inspector to the lock, and the costs will be shared.',
]

function page({ title = 'Lock to open', modified = '2026-03-05T08:00:00Z', text = body } = {}): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
    <meta property="og:title" content="${title}"><meta property="article:modified_time" content="${modified}"></head>
    <body><article><h1>${title}</h1>${text.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`
}

async function clip(html: string) {
  const original = Buffer.from(html)
  const extracted = await extractFile({ bytes: original, kind: 'html', url })
  return notebook.mutate('capture.clipUrl', (db) => storeCapture(db, { extracted, original, url }, 'revise'))
}

const article = (id: string) => getArticle(notebook.reader(), id)
const lowered = body.map((words) => words.replace('2,400', '1,800'))

it('An article whose words changed while its date did not is silently edited, until that is undone', async () => {
  const { articleId } = await clip(page())
  expect(article(articleId).revisions).toMatchObject([
    { title: 'Lock to open', modifiedAt: '2026-03-05T08:00:00Z', edit: null },
  ])
  expect((await clip(page({ text: lowered }))).outcome).toBe('revised')
  expect(article(articleId)).toMatchObject({ silentlyEdited: true, revisions: [{}, { edit: 'silent' }] })
  const list = { order: { by: 'clipped', descending: true }, offset: 0, limit: 9 } as const
  expect(listArticles(notebook.reader(), { ...list, filter: { silentlyEdited: true } }).total).toBe(1)
  expect(articleFacets(notebook.reader()).silentlyEdited).toBe(1)
  notebook.undo()
  expect(article(articleId)).toMatchObject({ silentlyEdited: false, revisions: [{ edit: null }] })
  expect(listArticles(notebook.reader(), { ...list, filter: { silentlyEdited: true } }).total).toBe(0)
})

it('An edit whose date moved is announced, and one that is silent before it is not forgotten', async () => {
  const { articleId } = await clip(page())
  await clip(page({ text: lowered, modified: '2026-03-06T09:00:00Z' }))
  expect(article(articleId)).toMatchObject({ silentlyEdited: false, revisions: [{}, { edit: 'announced' }] })
  await clip(page({ modified: '2026-03-06T09:00:00Z' }))
  await clip(page({ text: lowered, modified: '2026-03-09T09:00:00Z' }))
  expect(article(articleId)).toMatchObject({
    silentlyEdited: true,
    revisions: [{}, { edit: 'announced' }, { edit: 'silent' }, { edit: 'announced' }],
  })
})

it('Another headline over the same words is a revision of its own; the same page again is none', async () => {
  const { articleId } = await clip(page())
  expect((await clip(page())).outcome).toBe('unchanged')
  expect((await clip(page({ title: 'Lock to open at night' }))).outcome).toBe('revised')
  expect(article(articleId)).toMatchObject({
    title: 'Lock to open',
    revisions: [{ title: 'Lock to open' }, { title: 'Lock to open at night', edit: 'silent' }],
  })
})

it('Of a text that cannot say when it was modified, no edit is called silent', async () => {
  const clipText = (words: string) => {
    const original = Buffer.from(words)
    return extractFile({ bytes: original, kind: 'text', url }).then((extracted) =>
      notebook.mutate('capture.clipText', (db) => storeCapture(db, { extracted, original, url }, 'revise')),
    )
  }
  const { articleId } = await clipText(body.join('\n\n'))
  await clipText(lowered.join('\n\n'))
  expect(article(articleId)).toMatchObject({ silentlyEdited: false, revisions: [{}, { edit: null }] })
})
