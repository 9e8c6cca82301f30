import { expect, test } from 'vitest'
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
  const check = checkInWorker(book.path, controller.signal)
  controller.abort()
  await expect(check).rejects.toMatchObject({ code: 'cancelled' })
  book.dispose()
})
