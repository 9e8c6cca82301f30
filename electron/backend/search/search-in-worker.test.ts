import { copyFileSync, renameSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { searchRequestSchema } from '#shared/domain/search.ts'
import { createTestNotebook, type TestNotebook } from './notebook.fixture.ts'
import { createSearcher, type Searcher } from './search-in-worker.ts'

let book: TestNotebook
let searcher: Searcher | undefined

beforeEach(async () => {
  book = await createTestNotebook()
  book.addArticle({ title: 'Harbour talks', text: 'The delegates agreed to meet again in spring.' })
})

afterEach(async () => {
  await searcher?.close()
  book.dispose()
})

const request = (query: string) => searchRequestSchema.parse({ query })

describe('the searcher', () => {
  it('answers what a search on the spot answers, and sees later changes', async () => {
    searcher = createSearcher(() => book.path)
    expect((await searcher.search(request('harbour'))).hits).toEqual(book.search('harbour').hits)
    book.addArticle({ title: 'Harbour closed', text: 'Ice.' })
    expect((await searcher.search(request('harbour'))).hits).toHaveLength(2)
  })

  it('answers many at once, each its own', async () => {
    searcher = createSearcher(() => book.path)
    const queries = ['harbour', 'spring', 'nowhere', 'meet', 'harbour']
    const answers = await Promise.all(queries.map((query) => searcher?.search(request(query))))
    expect(answers.map((answer) => answer?.hits.length)).toEqual([1, 1, 0, 1, 1])
  })

  it('gives up a search whose signal aborts, and answers the next', async () => {
    searcher = createSearcher(() => book.path)
    const controller = new AbortController()
    const given = searcher.search(request('harbour'), controller.signal)
    const next = searcher.search(request('spring'))
    controller.abort()
    await expect(given).rejects.toMatchObject({ code: 'cancelled' })
    expect((await next).hits).toHaveLength(1)
    await expect(searcher.search(request('spring'), controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('leaves a worker that nobody waits for, and starts another', async () => {
    searcher = createSearcher(() => book.path, { patienceMs: 0 })
    const controller = new AbortController()
    const given = searcher.search(request('harbour'), controller.signal)
    controller.abort()
    await expect(given).rejects.toMatchObject({ code: 'cancelled' })
    expect((await searcher.search(request('spring'))).hits).toHaveLength(1)
  })

  it('ends a search that takes longer than it may, and says so', async () => {
    searcher = createSearcher(() => book.path, { timeLimitMs: 0 })
    const both = [searcher.search(request('harbour')), searcher.search(request('spring'))]
    for (const late of both) await expect(late).rejects.toMatchObject({ code: 'search-timed-out' })
  })

  it('passes on why a notebook cannot be read', async () => {
    searcher = createSearcher(() => `${book.path}-gone`)
    await expect(searcher.search(request('harbour'))).rejects.toMatchObject({ code: 'internal' })
  })

  it('reads the file that has taken the place of the one before, as a restore does', async () => {
    const other = await createTestNotebook()
    other.addArticle({ title: 'Restored lighthouse', text: 'Older words.' })
    other.notebook.close()
    const path = `${book.path}-searched`
    book.notebook.close()
    copyFileSync(book.path, path)
    searcher = createSearcher(() => path)
    expect((await searcher.search(request('harbour'))).hits).toHaveLength(1)
    copyFileSync(other.path, `${path}-new`)
    renameSync(`${path}-new`, path)
    expect((await searcher.search(request('lighthouse'))).hits).toHaveLength(1)
    book = other
  })

  it('rejects what is under way when it is closed', async () => {
    searcher = createSearcher(() => book.path)
    const given = searcher.search(request('harbour'))
    await Promise.all([expect(given).rejects.toMatchObject({ code: 'cancelled' }), searcher.close()])
  })
})
