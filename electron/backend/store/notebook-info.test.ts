import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addArticle, newNotebookPath, opened } from './notebook.fixture.ts'
import { notebookBytes } from './notebook-info.ts'

test('the size of a notebook is that of its closed file, also while its latest changes stand beside it', async () => {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.mutate('article.create', (db) =>
    addArticle(db, { text: 'A river is not a pipe. '.repeat(20_000) }),
  )
  const size = notebookBytes(notebook.reader())
  expect(statSync(path).size).toBeLessThan(size)
  notebook.close()
  expect(statSync(path).size).toBe(size)
})
