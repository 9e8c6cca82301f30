import { expect, test } from 'vitest'
import type { z } from 'zod'
import { quoteFilterSchema } from '#shared/domain/quote.ts'
import { createActor } from './actors.ts'
import { ensureCoder } from './coders.ts'
import { setLinks } from './links.ts'
import { addArticle, addQuote, opened } from './notebook.fixture.ts'
import { findQuotes } from './quote-list.ts'
import { createTopic } from './topics.ts'

test('The quotes of a tree of topics come in one order, window by window, each of them once', async () => {
  const notebook = await opened()
  const { root, quotes } = notebook.mutate('fill', (db) => {
    const place = addArticle(db, { publishedAt: '2024-06-15' })
    const root = createTopic(db, { name: 'River', parentId: null })
    const topics = [
      root,
      ...['Flow', 'Dams', 'Fish'].map((name) => createTopic(db, { name, parentId: root })),
    ]
    const quotes = Array.from({ length: 260 }, (_, n) => {
      const saidOn = n % 3 === 0 ? null : `2024-0${1 + (n % 7)}-1${n % 5}`
      const id = addQuote(db, place, { saidOn })
      // The first topic has far more than one portion, and some quotes stand for two.
      setLinks(db, [id], topics[n % 5 === 0 ? 1 + (n % 3) : 0] ?? '', n % 2 === 0 ? 'supports' : 'opposes')
      if (n % 10 === 0) setLinks(db, [id], root, 'supports')
      return { id, said: saidOn ?? '2024-06-15' }
    })
    return { root, quotes }
  })
  const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
  const expected = quotes
    .toSorted((a, b) => descending(a.said, b.said) || descending(a.id, b.id))
    .map(({ id }) => id)
  for (const [offset, limit] of [
    [0, 500],
    [0, 7],
    [120, 60],
    [255, 100],
  ] as const) {
    const filter = quoteFilterSchema.parse({ topicId: root, offset, limit })
    const found = findQuotes(notebook.reader(), filter)
    expect(found).toEqual({ total: 260, atLeast: false, ids: expected.slice(offset, offset + limit) })
  }
  const whole = quoteFilterSchema.parse({ topicId: root, limit: 500 })
  expect(findQuotes(notebook.reader(), whole, 50)).toEqual({ total: 50, atLeast: true, ids: expected })
  const alone = quoteFilterSchema.parse({
    topicId: root,
    withSubtopics: false,
    stance: 'opposes',
    limit: 500,
  })
  const { total, ids } = findQuotes(notebook.reader(), alone)
  expect(total).toBe(ids.length)
  expect(total).toBe(quotes.filter((_, n) => n % 5 !== 0 && n % 2 === 1).length)
})

test('Quotes are narrowed by speaker, party, day, outlet and coder, in either direction', async () => {
  const notebook = await opened()
  const { ids, anna, east, ben } = notebook.mutate('fill', (db) => {
    const place = addArticle(db, { outlet: 'River Post', publishedAt: '2024-06-15' })
    const elsewhere = addArticle(db, { outlet: 'Hill Post', publishedAt: '2024-06-20' })
    const east = createActor(db, { name: 'East', kind: 'party' })
    const anna = createActor(db, { name: 'Anna', kind: 'person', memberOfId: east })
    const ben = ensureCoder(db, 'Ben')
    const topicId = createTopic(db, { name: 'River', parentId: null })
    const ids = [
      addQuote(db, place, { speakerId: anna, saidOn: '2024-05-31' }),
      addQuote(db, place, { speakerId: null, saidOn: '2024-06-01' }),
      addQuote(db, elsewhere, { speakerId: anna, saidOn: null }),
      addQuote(db, elsewhere, { speakerId: null, saidOn: '2024-07-01' }),
    ]
    setLinks(db, ids.slice(0, 1), topicId, 'supports', { coderId: ben })
    setLinks(db, ids.slice(1, 2), topicId, 'opposes')
    return { ids, anna, east, ben }
  })
  const find = (filter: z.input<typeof quoteFilterSchema>) => {
    const found = findQuotes(notebook.reader(), quoteFilterSchema.parse(filter))
    expect(found.total).toBe(found.ids.length)
    return found.ids.map((id) => ids.indexOf(id))
  }
  const order = { by: 'said', descending: false } as const
  expect(find({ order })).toEqual([0, 1, 2, 3])
  expect(find({ order: { by: 'marked', descending: true } })).toEqual([3, 2, 1, 0])
  expect(find({ unnamed: true, order })).toEqual([1, 3])
  expect(find({ partyId: east, order })).toEqual([0, 2])
  expect(find({ actorId: anna, outlet: 'Hill Post' })).toEqual([2])
  expect(find({ from: '2024-06', until: '2024-06', order })).toEqual([1, 2])
  expect(find({ uncodedBy: ben, order })).toEqual([1, 2, 3])
  expect(find({ uncodedBy: null, order })).toEqual([2, 3])
  expect(find({ coderId: ben })).toEqual([0])
  expect(find({ lang: 'uk' })).toEqual([])
})
