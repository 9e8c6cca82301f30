import { expect, test } from 'vitest'
import { getArticle, setCurrentRevision } from './articles.ts'
import type { Writable } from './connection.ts'
import { addArticle, addRevision, opened, passage } from './notebook.fixture.ts'
import { getRevisionContent } from './revisions.ts'

function clipAgain(db: Writable, articleId: string, text: string): string {
  const id = addRevision(db, articleId, text)
  setCurrentRevision(db, articleId, { id, wordCount: 5, modifiedAt: null })
  return id
}

test('a capture that was undone is in no list of revisions, is back after redo, and nothing follows it', async () => {
  const notebook = await opened()
  const { articleId, revisionId: first } = notebook.mutate('capture.clipText', (db) => addArticle(db))
  const listed = () => {
    const { revisions } = getArticle(notebook.reader(), articleId)
    return revisions.map(({ id, number }) => [number, id])
  }
  const second = notebook.mutate('capture.clipUrl', (db) => clipAgain(db, articleId, `${passage} Undone.`))
  expect(listed()).toEqual([
    [1, first],
    [2, second],
  ])
  notebook.undo()
  expect(listed()).toEqual([[1, first]])
  notebook.redo()
  expect(listed()).toHaveLength(2)
  notebook.undo()

  const third = notebook.mutate('capture.clipUrl', (db) => clipAgain(db, articleId, `${passage} Kept.`))
  expect(listed()).toEqual([
    [1, first],
    [2, third],
  ])
  expect(getRevisionContent(notebook.reader(), third).number).toBe(2)
  // Evidence that was captured stays in the file until its article is removed for good.
  expect(getRevisionContent(notebook.reader(), second).text).toBe(`${passage} Undone.`)
})
