import { expect, test } from 'vitest'
import { openReadable, openScratch, openWritable, type Readable } from './connection.ts'
import { newNotebookPath, thrownBy } from './notebook.fixture.ts'

const wanted = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  journal_size_limit: 67_108_864,
  temp_store: 2,
}

function settingsOf(db: Readable): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(wanted).map((name) => [name, Object.values(db.get<object>(`PRAGMA ${name}`) ?? {})[0]]),
  )
}

function journalMode(db: Readable): string | undefined {
  return db.get<{ journal_mode: string }>('PRAGMA journal_mode')?.journal_mode
}

test('A connection to write with reports every promised setting, and write-ahead logging', () => {
  const db = openWritable(newNotebookPath())
  expect(settingsOf(db)).toEqual(wanted)
  expect(journalMode(db)).toBe('wal')
  db.close()
})

test('A connection to read with reports every promised setting', () => {
  const db = openReadable(newNotebookPath())
  expect(settingsOf(db)).toEqual(wanted)
  db.close()
})

test('No connection maps the file into memory, even where the build offers it', () => {
  for (const open of [openReadable, openWritable]) {
    const db = open(newNotebookPath())
    expect(Object.values(db.get<object>('PRAGMA mmap_size') ?? { off: 0 })[0]).toBe(0)
    db.close()
  }
})

test('Settings still hold after the first write, when the build would change its defaults', () => {
  const db = openWritable(newNotebookPath())
  db.run("INSERT INTO tombstone VALUES ('quote', 'x', 'now')")
  expect(settingsOf(db)).toEqual(wanted)
  db.close()
})

test('A connection to read with cannot write, whatever statement it is given', async () => {
  const db = openReadable(newNotebookPath())
  for (const sql of [
    "INSERT INTO tombstone VALUES ('quote', 'x', 'now') RETURNING id",
    'DELETE FROM notebook RETURNING id',
    "UPDATE notebook SET id = 'x' RETURNING id",
  ]) {
    expect((await thrownBy(() => db.all(sql))).code, sql).toBe('read-only')
  }
  expect('run' in db || 'exec' in db || 'transaction' in db).toBe(false)
  db.close()
})

test('A connection never makes the file it is asked to open', async () => {
  const missing = `${newNotebookPath()}-missing`
  for (const open of [openReadable, openWritable]) {
    expect((await thrownBy(() => open(missing))).code).toBeDefined()
  }
})

test('A transaction inside a transaction is refused, and the outer one rolls back', async () => {
  const db = openWritable(newNotebookPath())
  const thrown = await thrownBy(() =>
    db.transaction(() => {
      db.run("INSERT INTO tombstone VALUES ('quote', 'outer', 'now')")
      db.transaction(() => db.run("INSERT INTO tombstone VALUES ('quote', 'inner', 'now')"))
    }),
  )
  expect(thrown.message).toContain('inside another')
  expect(db.all('SELECT * FROM tombstone')).toEqual([])
  db.close()
})

test('A transaction that returns a promise is refused, since the rest of it would run outside', async () => {
  const db = openWritable(newNotebookPath())
  await thrownBy(() =>
    db.transaction(async () => db.run("INSERT INTO tombstone VALUES ('quote', 'x', 'now')")),
  )
  expect(db.all('SELECT * FROM tombstone')).toEqual([])
  db.close()
})

test('A full disk is told as such, the change is taken back whole, and the connection goes on working', async () => {
  const db = openWritable(newNotebookPath())
  const { page_count: pages = 0 } = db.get<{ page_count: number }>('PRAGMA page_count') ?? {}
  db.exec(`PRAGMA max_page_count = ${pages + 3}`)
  const fill = () =>
    db.transaction(() => {
      for (let row = 0; row < 1000; row++)
        db.run('INSERT INTO tombstone VALUES (?, ?, ?)', 'quote', `${row}`, 'x'.repeat(500))
    })
  const thrown = await thrownBy(fill)
  expect(thrown.code).toBe('disk-full')
  expect(thrown.hint).toBeTruthy()
  expect(db.all('SELECT * FROM tombstone')).toEqual([])
  db.exec('PRAGMA max_page_count = 1000000')
  fill()
  expect(db.get('SELECT count(*) AS n FROM tombstone')).toEqual({ n: 1000 })
  db.close()
})

test('A scratch database obeys the same settings and leaves no file', () => {
  const db = openScratch()
  expect(settingsOf(db)).toEqual(wanted)
  db.close()
})
