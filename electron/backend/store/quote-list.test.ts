import { expect, test } from 'vitest'
import { quoteFilterSchema } from '#shared/domain/quote.ts'
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
