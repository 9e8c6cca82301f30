import { expect, test } from 'vitest'
import { checkTables } from './check.ts'
import { openReadable } from './connection.ts'
import { loadDriver } from './driver.ts'
import { addArticle, addQuote, newNotebookPath, opened } from './notebook.fixture.ts'

test('A check finds an index that FTS5 cannot read, and counts that are wrong', async () => {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.mutate('fill', (db) => {
    addQuote(db, addArticle(db))
    db.run("INSERT INTO search_index (rowid, words) VALUES (1, 'river flow')")
  })
  const nothing = { database: [], foreignKeys: [], searchIndex: [], isDamaged: false }
  expect(checkTables(notebook.reader())).toEqual(nothing)
  notebook.maintain((db) => {
    db.run('UPDATE notebook SET quote_count = 7')
    db.run('UPDATE article SET quoted = 0')
  })
  expect(checkTables(notebook.reader()).database).toHaveLength(2)
  notebook.close()
  const raw = new (loadDriver())(path)
  raw.unsafeMode(true).exec('DELETE FROM search_index_data WHERE id > 1000')
  raw.close()
  const damaged = openReadable(path)
  expect(checkTables(damaged).searchIndex).not.toEqual([])
  damaged.close()
})

test('A check finds pages that two tables claim, and those that belong to none any more', async () => {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.mutate('fill', (db) => addQuote(db, addArticle(db)))
  notebook.close()
  const raw = new (loadDriver())(path)
  const root = raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get('comment')
  raw.unsafeMode(true).pragma('writable_schema = ON')
  raw.prepare("UPDATE sqlite_schema SET rootpage = ? WHERE name = 'translation'").run(root)
  raw.close()
  const damaged = openReadable(path)
  const { database, isDamaged } = checkTables(damaged)
  damaged.close()
  expect(isDamaged).toBe(true)
  expect(database).toEqual([
    '1 pages belong to two tables or indexes at once.',
    '1 pages belong to no table or index and are not free.',
  ])
})
