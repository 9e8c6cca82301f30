import { expect, test } from 'vitest'
import { articleListSchema, articleOrderSchema } from '#shared/domain/article.ts'
import { listArticles, setArticleStatus } from './articles.ts'
import { addArticle, opened } from './notebook.fixture.ts'

test('A window of the library has its rows and the number of all, wherever it is opened', async () => {
  const notebook = await opened()
  const ids = notebook.mutate('fill', (db) => {
    const added = Array.from({ length: 30 }, (_, n) => {
      const title = n % 3 === 0 ? `Strait talks ${n}` : `Lock talks ${n}`
      return addArticle(db, { title, wordCount: n }).articleId
    })
    setArticleStatus(db, added.slice(0, 9), 'done')
    return added
  })
  const wanted = (every: number, upTo = 30) => ids.filter((_, n) => n % every === 0 && n < upTo)
  const filters = [
    { filter: {}, expected: wanted(1) },
    { filter: { text: 'stra' }, expected: wanted(3) },
    { filter: { text: 'stra', status: 'done' }, expected: wanted(3, 9) },
    { filter: { status: 'done' }, expected: wanted(1, 9) },
    { filter: { text: 'no such letters' }, expected: [] },
  ] as const
  for (const by of articleOrderSchema.shape.by.unwrap().options) {
    for (const { filter, expected } of filters) {
      for (const [offset, limit] of [
        [0, 30],
        [0, 4],
        [4, 4],
        [0, 10],
        [0, 9],
        [8, 1],
        [9, 5],
        [28, 5],
        [90, 5],
      ] as const) {
        const request = articleListSchema.parse({ filter, order: { by, descending: false }, offset, limit })
        const { total, rows } = listArticles(notebook.reader(), request)
        expect(total, JSON.stringify(request)).toBe(expected.length)
        expect(rows).toHaveLength(Math.max(0, Math.min(limit, expected.length - offset)))
        if (by === 'words') expect(rows.map(({ id }) => id)).toEqual(expected.slice(offset, offset + limit))
      }
    }
  }
})
