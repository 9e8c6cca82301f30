import { expect, test } from 'vitest'
import type { TaskProgress } from '#shared/domain/task.ts'
import { createTestNotebook } from '../search/notebook.fixture.ts'
import { checkInWorker } from './check-in-worker.ts'

test('A notebook that is open is checked beside it: sound at first, and then what differs is named', async () => {
  const book = await createTestNotebook()
  try {
    book.addArticle({ title: 'Harbour talks', text: 'The delegates agreed to meet.' })
    expect(await checkInWorker(book.path)).toMatchObject({ report: { ok: true }, isDamaged: false })
    book.notebook.maintain((db) => {
      db.run('DELETE FROM search_index')
      db.run("UPDATE revision SET text = 'The delegates refused to meet.'")
    })
    const { report } = await checkInWorker(book.path)
    expect(report.ok).toBe(false)
    expect(report.searchIndex).toHaveLength(1)
    expect(report.evidence).toHaveLength(1)
  } finally {
    book.dispose()
  }
})

test('A check that nobody waits for any more is ended', async () => {
  const book = await createTestNotebook()
  const controller = new AbortController()
  const check = checkInWorker(book.path, { signal: controller.signal })
  controller.abort()
  await expect(check).rejects.toMatchObject({ code: 'cancelled' })
  book.dispose()
})

test('A check says how far it is, through all of its steps, and never goes back', async () => {
  const book = await createTestNotebook()
  book.addArticle({ title: 'Harbour talks', text: 'The delegates agreed to meet.' })
  const told: TaskProgress[] = []
  await checkInWorker(book.path, { report: (progress) => told.push(progress) })
  book.dispose()
  const shares = told.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect([...new Set(told.map(({ step }) => step))]).toEqual(['tables', 'index', 'evidence'])
})

test('What is written while a notebook is checked is no contradiction in it', async () => {
  const book = await createTestNotebook()
  for (let n = 0; n < 40; n++)
    book.addArticle({ title: `Talks ${n}`, text: 'The delegates agreed to meet. '.repeat(50) })
  let checking = true
  const check = checkInWorker(book.path).finally(() => {
    checking = false
  })
  while (checking) {
    book.addQuote(book.addArticle({ title: 'More talks', text: 'They met again.' }), { exact: 'met again' })
    await new Promise((resume) => setTimeout(resume, 2))
  }
  expect((await check).report).toMatchObject({ ok: true })
  book.dispose()
})
