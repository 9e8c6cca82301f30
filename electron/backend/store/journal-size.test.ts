import { expect, test } from 'vitest'
import { openWritable } from './connection.ts'
import { createJournal } from './journal.ts'
import { addArticle, newNotebookPath } from './notebook.fixture.ts'

test('Steps over many rows push the oldest out of the history, and the latest can be undone whatever its size', () => {
  const db = openWritable(newNotebookPath())
  const hooks = { beforeCommit: () => {}, afterCommit: () => {} }
  const journal = createJournal(db, hooks, { operations: 5000, changes: 500 })
  const count = (table: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n
  const sign = (name: string) => journal.mutate('sign', () => db.run('UPDATE article SET byline = ?', name))
  const signed = (name: string) =>
    db.get<{ n: number }>('SELECT count(*) AS n FROM article WHERE byline = ?', name)?.n
  journal.mutate('articles', () => {
    for (let n = 0; n < 200; n++) addArticle(db)
  })
  for (const name of ['a', 'b', 'c', 'd']) sign(name)
  expect(count('operation')).toBe(2)
  expect(count('change')).toBe(400)
  expect(journal.undo()).toMatchObject({ label: 'sign' })
  expect(signed('c')).toBe(200)
  journal.redo()
  expect(signed('d')).toBe(200)
  journal.mutate('more', () => {
    for (let n = 0; n < 600; n++) addArticle(db)
  })
  expect(count('operation')).toBe(1)
  expect(journal.undo()).toMatchObject({ label: 'more' })
  expect(db.get('SELECT count(*) AS n FROM article WHERE deleted_at IS NULL')).toEqual({ n: 200 })
  db.close()
})
