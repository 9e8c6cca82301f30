import { expect, test } from 'vitest'
import { findAnchor } from '#shared/anchoring/find-anchor.ts'
import { storeCapture } from '../../capture/store-capture.ts'
import { extractFile } from '../../capture/extract-file.ts'
import { indexChanges } from '../../search/index-changes.ts'
import { rebuildIndex } from '../../search/rebuild-index.ts'
import { listActors } from '../../store/actors.ts'
import { getArticle } from '../../store/articles.ts'
import { getComment } from '../../store/comments.ts'
import type { Notebook } from '../../store/notebook.ts'
import { opened, thrownBy } from '../../store/notebook.fixture.ts'
import { lostQuotes, quotesOfArticle } from '../../store/quotes.ts'
import { getRevisionContent } from '../../store/revisions.ts'
import { listTopics } from '../../store/topics.ts'
import { emptyTrash, moveToTrash } from '../../store/trash.ts'
import { readEvidence } from '../evidence.ts'
import { type Bundle, type BundledArticle, type BundledQuote, emptyBundle } from './bundle.ts'
import { countOf, importInto } from './import.fixture.ts'

const text = '🌊 The delegate: “We share the water.”\n\n  Ґрунт — це спільне,  сказала вона.\n مياه النهر'

function quoteOf(exact: string, more: Partial<BundledQuote> = {}): BundledQuote {
  const start = text.indexOf(exact)
  const place = start === -1 ? {} : { start, end: start + exact.length }
  return { key: exact, exact, ...place, ...more }
}

function bundleOf(article: Partial<BundledArticle> = {}, more: Partial<Bundle> = {}): Bundle {
  return {
    ...emptyBundle(),
    topics: [
      { key: 't1', name: 'Water' },
      { key: 't2', name: 'Flow', parentKey: 't1' },
    ],
    actors: [
      { key: 'a1', name: 'Ilda Morvan', memberOfKey: 'a2', aliases: ['I. Morvan'] },
      { key: 'a2', name: 'Coast League', kind: 'party' },
    ],
    coders: [{ key: 'c1', name: 'Anna' }],
    rounds: [{ key: 'r1', name: 'First round', fromOn: '2026-03-01' }],
    articles: [
      {
        key: 'x',
        title: 'Talks on the river',
        url: 'https://river.example/talks?utm_source=feed',
        publishedAt: '2026-03-02',
        note: 'Read *with* care.',
        source: { kind: 'text', text },
        quotes: [
          quoteOf('We share the water', {
            speakerKey: 'a1',
            saidOn: '2026-03-01',
            roundKey: 'r1',
            note: 'A first step',
            utteranceKey: 'u',
            links: [{ key: 'l1', topicKey: 't2', stance: 'supports', coderKey: 'c1', strength: 3 }],
            translations: [{ key: 'v', lang: 'uk', text: 'Ми ділимо воду' }],
          }),
          quoteOf('Ґрунт — це спільне,  сказала', { utteranceKey: 'u' }),
        ],
        ...article,
      },
    ],
    ...more,
  }
}

async function notebookWithSearch(): Promise<Notebook> {
  return opened(undefined, { index: indexChanges, reindex: rebuildIndex })
}

function onlyArticle(notebook: Notebook): string {
  const rows = notebook.reader().all<{ id: string }>('SELECT id FROM article WHERE deleted_at IS NULL')
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? ''
}

async function assertSound(notebook: Notebook): Promise<void> {
  expect(Object.values(await notebook.check()).flat()).toEqual([])
}

test('a text comes with exactly its characters, and quotes stand at their offsets with all that hangs on them', async () => {
  const notebook = await notebookWithSearch()
  const report = await importInto(notebook, bundleOf())
  const db = notebook.reader()
  const article = getArticle(db, onlyArticle(notebook))
  expect(getRevisionContent(db, article.currentRevisionId).text).toBe(text)
  const [first, second] = quotesOfArticle(db, article.id)
  const [ilda] = listActors(db).filter(({ name }) => name === 'Ilda Morvan')
  expect(first).toMatchObject({
    exact: 'We share the water',
    start: text.indexOf('We share'),
    speakerId: ilda?.id,
    saidOn: '2026-03-01',
    comment: { text: 'A first step' },
    translations: [{ lang: 'uk', text: 'Ми ділимо воду' }],
    links: [{ stance: 'supports', strength: 3 }],
  })
  expect(second?.exact).toBe('Ґрунт — це спільне,  сказала')
  expect(first?.utteranceId).toBe(second?.utteranceId)
  expect(first?.utteranceId).not.toBeNull()
  expect(listTopics(db).map(({ name, quoteCount }) => [name, quoteCount])).toContainEqual(['Flow', 1])
  expect(getComment(db, { articleId: article.id })?.text).toBe('Read with care.')
  expect(countOf(report, 'quote', 'added')).toBe(2)
  expect(report.conflicts.total).toBe(0)
  await assertSound(notebook)
})

test('what was imported is there when it is imported again, and nothing is added or changed', async () => {
  const notebook = await notebookWithSearch()
  await importInto(notebook, bundleOf())
  const before = notebook.reader().all('SELECT * FROM article UNION ALL SELECT * FROM article')
  const again = await importInto(notebook, bundleOf())
  expect(again.parts.flatMap(({ added, kind }) => (added.total === 0 ? [] : [kind]))).toEqual([])
  expect(countOf(again, 'quote', 'there')).toBe(2)
  expect(countOf(again, 'link', 'there')).toBe(1)
  expect(again.conflicts.total).toBe(0)
  expect(notebook.reader().all('SELECT * FROM article UNION ALL SELECT * FROM article')).toEqual(before)
})

test('one undo takes the whole import back, and it can be imported anew after it', async () => {
  const notebook = await notebookWithSearch()
  await importInto(notebook, bundleOf())
  notebook.undo()
  const live = (table: string) =>
    notebook.reader().get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE deleted_at IS NULL`)?.n
  for (const table of ['article', 'quote', 'topic', 'actor', 'link', 'comment', 'utterance'])
    expect(live(table)).toBe(0)
  const again = await importInto(notebook, bundleOf())
  expect(countOf(again, 'quote', 'added')).toBe(2)
  await assertSound(notebook)
})

test('parts with ids of ours come back under the same ids, also after an undo', async () => {
  const notebook = await notebookWithSearch()
  const id = '0198c0de-0000-7000-8000-000000000001'
  const bundle = bundleOf({ id })
  await importInto(notebook, bundle)
  expect(onlyArticle(notebook)).toBe(id)
  notebook.undo()
  await importInto(notebook, bundle)
  expect(onlyArticle(notebook)).toBe(id)
  await assertSound(notebook)
})

test('what differs is told and not overwritten', async () => {
  const notebook = await notebookWithSearch()
  await importInto(notebook, bundleOf())
  const other = bundleOf({ title: 'Another headline' })
  const [quote] = other.articles[0]?.quotes ?? []
  if (quote?.links?.[0] === undefined) throw new Error('There is a link.')
  quote.links[0].stance = 'opposes'
  quote.speakerKey = 'a2'
  quote.note = 'Second thoughts'
  const report = await importInto(notebook, other)
  expect(report.conflicts.rows).toEqual([
    expect.objectContaining({
      kind: 'article',
      field: 'title',
      here: 'Talks on the river',
      there: 'Another headline',
    }),
    expect.objectContaining({ kind: 'quote', field: 'speaker', here: 'Ilda Morvan', there: 'Coast League' }),
    expect.objectContaining({ kind: 'link', field: 'stance', here: 'supports', there: 'opposes' }),
    expect.objectContaining({
      kind: 'comment',
      field: 'text',
      here: 'A first step',
      there: 'Second thoughts',
    }),
  ])
  const [first] = quotesOfArticle(notebook.reader(), onlyArticle(notebook))
  expect(first).toMatchObject({ links: [{ stance: 'supports' }], comment: { text: 'A first step' } })
})

test('a quote whose words are not in the text that is here is kept in the tray, with its words', async () => {
  const notebook = await notebookWithSearch()
  await importInto(notebook, bundleOf())
  const other = bundleOf({
    source: { kind: 'none' },
    quotes: [{ key: 'z', exact: 'Nobody here ever said anything of this sort.' }],
  })
  const report = await importInto(notebook, other)
  expect(report.lost.names).toEqual(['Nobody here ever said anything of this sort.'])
  expect(lostQuotes(notebook.reader()).map(({ exact }) => exact)).toEqual(report.lost.names)
  const again = await importInto(notebook, other)
  expect(countOf(again, 'quote', 'there')).toBe(1)
  await assertSound(notebook)
})

test('an article without a text is made of its title, excerpt and quotes, and grows by new ones', async () => {
  const notebook = await notebookWithSearch()
  const bare = (quotes: BundledQuote[]): Bundle => ({
    ...emptyBundle(),
    articles: [
      {
        key: 'k',
        title: 'A book',
        byline: 'H. Lorrick',
        source: { kind: 'none', excerpt: 'On rivers.' },
        quotes,
      },
    ],
  })
  await importInto(notebook, bare([{ key: '1', exact: 'First passage,\nin two lines.' }]))
  const id = onlyArticle(notebook)
  await importInto(
    notebook,
    bare([
      { key: '1', exact: 'First passage,\nin two lines.' },
      { key: '2', exact: 'Second passage.' },
    ]),
  )
  expect(onlyArticle(notebook)).toBe(id)
  const article = getArticle(notebook.reader(), id)
  expect(getRevisionContent(notebook.reader(), article.currentRevisionId)).toMatchObject({
    text: 'A book\nOn rivers.\nFirst passage,\nin two lines.\nSecond passage.',
    warnings: [{ code: 'made-of-excerpts' }],
  })
  expect(quotesOfArticle(notebook.reader(), id).map(({ anchor }) => anchor.outcome)).toEqual(['same', 'same'])
  await assertSound(notebook)
})

test('when the address of such an article is clipped, its quotes are found in the text', async () => {
  const notebook = await notebookWithSearch()
  const exact = 'The upper states will publish their flow figures every month'
  const url = 'https://river.example/flow'
  await importInto(notebook, {
    ...emptyBundle(),
    articles: [{ key: 'k', url, source: { kind: 'none' }, quotes: [{ key: '1', exact }] }],
  })
  const page = `<html><head><title>Flow</title></head><body><article><h1>Flow</h1><p>${'The talks went on until late. '.repeat(20)}</p><p>${exact}, the delegate said.</p></article></body></html>`
  const bytes = Buffer.from(page)
  const extracted = await extractFile({ bytes, kind: 'html', url }, undefined)
  notebook.mutate('capture.clipUrl', (db) => storeCapture(db, { extracted, original: bytes, url }, 'revise'))
  const id = onlyArticle(notebook)
  const [quote] = quotesOfArticle(notebook.reader(), id)
  const { text: whole } = getRevisionContent(notebook.reader(), quote?.anchor.revisionId ?? '')
  expect(whole.slice(quote?.anchor.start ?? 0, quote?.anchor.end ?? 0)).toBe(exact)
  expect(
    findAnchor(whole, { exact, prefix: '', suffix: '', start: 0, end: exact.length }),
  ).not.toHaveProperty('lost')
})

test('a file is taken apart as if it were imported alone, and quotes are found by their words', async () => {
  const notebook = await notebookWithSearch()
  const html = `<html><head><title>Dam</title></head><body><article><h1>Dam</h1><p>${'The gauge is read daily and the figures are kept. '.repeat(12)}</p><p>The dam is “closed”, she said on Monday.</p></article></body></html>`
  const report = await importInto(notebook, {
    ...emptyBundle(),
    articles: [
      {
        key: 'k',
        title: 'The dam',
        source: { kind: 'file', fileName: 'dam.html', read: () => Buffer.from(html) },
        quotes: [
          { key: '1', exact: 'The dam is "closed", she said' },
          { key: '2', exact: 'Words that are nowhere in this page at all.' },
        ],
      },
    ],
  })
  const id = onlyArticle(notebook)
  const article = getArticle(notebook.reader(), id)
  expect(article.revisions.map(({ originalKind }) => originalKind)).toEqual(['text', 'html'])
  const [found, lost] = quotesOfArticle(notebook.reader(), id)
  expect(found).toMatchObject({ exact: 'The dam is “closed”, she said', anchor: { outcome: 'same' } })
  expect(lost).toMatchObject({
    exact: 'Words that are nowhere in this page at all.',
    anchor: { outcome: 'lost' },
  })
  expect(report.lost.total).toBe(1)
  await assertSound(notebook)
})

test('a file that cannot be read is told, and the article comes with the rest', async () => {
  const notebook = await notebookWithSearch()
  const report = await importInto(notebook, {
    ...emptyBundle(),
    articles: [
      {
        key: 'k',
        title: 'A picture',
        source: { kind: 'file', fileName: 'a.png', read: () => Buffer.from('\x89PNG\r\n', 'latin1') },
        quotes: [{ key: '1', exact: 'Said beside it' }],
      },
    ],
  })
  expect(report.leftOut).toMatchObject([{ sort: 'file', total: 1 }])
  expect(quotesOfArticle(notebook.reader(), onlyArticle(notebook))).toHaveLength(1)
})

test('what was thrown away here is told and not brought back, from the trash or for good', async () => {
  const id = '0198c0de-0000-7000-8000-000000000001'
  for (const isEmptied of [false, true]) {
    const notebook = await notebookWithSearch()
    await importInto(notebook, bundleOf({ id }))
    notebook.mutate('article.trash', (db) => moveToTrash(db, 'article', [id]))
    if (isEmptied) notebook.maintain((db) => emptyTrash(db))
    const report = await importInto(notebook, bundleOf({ id }))
    expect(countOf(report, 'article', 'removed')).toBe(1)
    expect(countOf(report, 'article', 'added')).toBe(0)
    expect(notebook.reader().all('SELECT 1 FROM article WHERE deleted_at IS NULL')).toEqual([])
  }
})

test('a part that refers to one the file does not have refuses the whole, and nothing is changed', async () => {
  const notebook = await notebookWithSearch()
  const bundle = bundleOf({ quotes: [quoteOf('We share the water', { speakerKey: 'nobody' })] })
  expect(await thrownBy(() => importInto(notebook, bundle))).toMatchObject({ code: 'import-unreadable' })
  expect(notebook.reader().all('SELECT 1 FROM topic')).toEqual([])
})

test('a text with a million lines is refused, and nothing is changed', async () => {
  const notebook = await notebookWithSearch()
  const bundle = bundleOf({ source: { kind: 'text', text: '\n'.repeat(1_000_000) }, quotes: [] })
  expect(await thrownBy(() => importInto(notebook, bundle))).toMatchObject({ code: 'import-too-large' })
  expect(notebook.reader().all('SELECT 1 FROM article')).toEqual([])
})

test('an import that was undone can be made anew after the trash was emptied', async () => {
  const notebook = await notebookWithSearch()
  const bundle = bundleOf({ id: '0198c0de-0000-7000-8000-000000000001' })
  await importInto(notebook, bundle)
  notebook.undo()
  notebook.maintain((db) => emptyTrash(db))
  expect(countOf(await importInto(notebook, bundle), 'article', 'added')).toBe(1)
})

test('a quote whose words stand in a text beside the one that is read is exported with it', async () => {
  const notebook = await notebookWithSearch()
  await importInto(notebook, bundleOf())
  await importInto(
    notebook,
    bundleOf({
      source: { kind: 'none' },
      quotes: [{ key: 'z', exact: 'Nobody here ever said anything of this sort.' }],
    }),
  )
  const [article] = [...readEvidence(notebook.reader()).articles()]
  expect(article?.sources.map(({ quotes }) => quotes.length)).toEqual([2, 1])
  expect(article?.sources[1]?.text).toContain('Nobody here ever said')
})
