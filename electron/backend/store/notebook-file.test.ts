import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openScratch, openWritable } from './connection.ts'
import { newestVersion } from './migrations/index.ts'
import {
  addArticle,
  filesIn,
  fingerprint,
  newNotebookPath,
  opened,
  temporaryFolder,
  thrownBy,
} from './notebook.fixture.ts'
import { applicationId, createNotebookFile } from './notebook-file.ts'
import { openNotebook } from './open-notebook.ts'

async function refusal(path: string): Promise<string | undefined> {
  return (await thrownBy(() => openNotebook(path, { program: 'test' }))).code
}

function writeAt(path: string, position: number, bytes: number[]): void {
  writeSync(openSync(path, 'r+'), Buffer.from(bytes), 0, bytes.length, position)
}

const strangers: Array<[what: string, code: string, make: (path: string) => void]> = [
  ['from a newer version', 'newer-notebook', (path) => writeAt(path, 60, [0, 0, 0, newestVersion + 1])],
  ['of another program', 'foreign-file', (path) => writeAt(path, 68, [0, 0, 0, 7])],
  [
    'that is no database',
    'not-a-notebook',
    (path) => writeFileSync(path, 'Minutes of the meeting'.repeat(99)),
  ],
  ['that is empty', 'not-a-notebook', (path) => truncateSync(path)],
  ['shorter than its header', 'not-a-notebook', (path) => truncateSync(path, 15)],
  ['cut off in the middle', 'damaged-notebook', (path) => truncateSync(path, 5000)],
  [
    'cut off after its header',
    'damaged-notebook',
    (path) => {
      truncateSync(path, 100)
    },
  ],
]

for (const [what, code, make] of strangers) {
  test(`A file ${what} is refused as ${code}, its bytes and times untouched and nothing left beside it`, async () => {
    const folder = temporaryFolder()
    const path = newNotebookPath(folder)
    make(path)
    const before = fingerprint(path)
    expect(await refusal(path)).toBe(code)
    expect(fingerprint(path)).toEqual(before)
    expect(filesIn(folder)).toEqual(['river.memoire'])
  })
}

test('A folder is refused as no notebook', async () => {
  const path = join(temporaryFolder(), 'folder.memoire')
  mkdirSync(path)
  expect(await refusal(path)).toBe('not-a-notebook')
})

test('A name that leads nowhere is refused, and nothing is made there', async () => {
  const folder = temporaryFolder()
  expect(await refusal(join(folder, 'missing.memoire'))).toBe('no-such-notebook')
  expect(filesIn(folder)).toEqual([])
})

test('A file that may not be read is refused as unreadable', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  chmodSync(folder, 0o755)
  chmodSync(path, 0o000)
  const module = new URL('notebook-file.ts', import.meta.url)
  const script = `const { assertNotebookFile } = await import(${JSON.stringify(module.href)})
    try { assertNotebookFile(${JSON.stringify(path)}) } catch (error) { console.log(error.code) }`
  // The administrator may read everything, so another user has to try.
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    ...asNobody,
    encoding: 'utf8',
  })
  expect(said.trim()).toBe('unreadable-notebook')
})

const alterations: Array<[what: string, sql: string]> = [
  ['an added table', 'CREATE TABLE more (x)'],
  ['an added view', 'CREATE VIEW quotes AS SELECT * FROM quote'],
  ['an added trigger', 'CREATE TRIGGER spy AFTER INSERT ON quote BEGIN DELETE FROM article; END'],
  ['an added index', 'CREATE INDEX more ON quote (exact)'],
  ['an added column', 'ALTER TABLE topic ADD COLUMN secret TEXT'],
  ['a renamed column', 'ALTER TABLE topic RENAME COLUMN colour TO color'],
  ['a dropped index', 'DROP INDEX article_by_clipped'],
  ['a dropped table', 'DROP TABLE tombstone'],
  ['a view in place of a table', 'DROP TABLE tombstone; CREATE VIEW tombstone AS SELECT 1 AS id'],
  ['a virtual table', 'CREATE VIRTUAL TABLE more USING fts5(x)'],
]

for (const [what, sql] of alterations) {
  test(`A notebook with ${what} is refused, its bytes and times untouched`, async () => {
    const path = newNotebookPath()
    const db = openScratch(path)
    db.exec(sql)
    db.close()
    const before = fingerprint(path)
    expect(await refusal(path)).toBe('altered-schema')
    expect((await thrownBy(() => openNotebook(path, { program: 'test', readOnly: true }))).code).toBe(
      'altered-schema',
    )
    expect(fingerprint(path)).toEqual(before)
  })
}

test('Statistics that SQLite keeps for its planner do not count as an alteration', async () => {
  const path = newNotebookPath()
  const db = openWritable(path)
  db.transaction(() => addArticle(db))
  db.exec('ANALYZE')
  db.close()
  const notebook = await opened(path)
  expect(notebook.readOnlyBecause).toBe(null)
})

test('A newer version that is still in the journal of a crash is refused as well, the file untouched', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const db = openWritable(path)
  db.exec(`PRAGMA user_version = ${newestVersion + 1}`)
  const copy = join(temporaryFolder(), 'river.memoire')
  writeFileSync(copy, readFileSync(path))
  writeFileSync(`${copy}-wal`, readFileSync(`${path}-wal`))
  db.close()
  const before = fingerprint(copy)
  expect(await refusal(copy)).toBe('newer-notebook')
  expect(fingerprint(copy)).toEqual(before)
})

test('A new notebook carries its mark, its version and an id of its own, and is one file', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.memoire')
  createNotebookFile(path)
  createNotebookFile(join(folder, 'b.memoire'))
  expect(filesIn(folder)).toEqual(['a.memoire', 'b.memoire'])
  const header = readFileSync(path)
  expect(header.readUInt32BE(68)).toBe(applicationId)
  expect(header.readUInt32BE(60)).toBe(newestVersion)
  const ids = ['a', 'b'].map((name) => {
    const db = openScratch(join(folder, `${name}.memoire`))
    const row = db.get<{ id: string }>('SELECT id FROM notebook')
    db.close()
    return row?.id
  })
  expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/)
  expect(ids[0]).not.toBe(ids[1])
})

test('A new notebook never replaces a file', async () => {
  const path = newNotebookPath()
  const before = fingerprint(path)
  expect((await thrownBy(() => createNotebookFile(path))).code).toBe('file-exists')
  expect(fingerprint(path)).toEqual(before)
})

test('A new notebook is not made into a missing folder, nor half made where it cannot be', async () => {
  const folder = temporaryFolder()
  expect((await thrownBy(() => createNotebookFile(join(folder, 'no', 'a.memoire')))).code).toBe(
    'no-such-folder',
  )
  const tooLong = `${'x'.repeat(300)}.memoire`
  expect((await thrownBy(() => createNotebookFile(join(folder, tooLong)))).code).toBe('unfit-name')
  expect(filesIn(folder)).toEqual([])
})

test('A new notebook is not made beside the journal of an earlier one, which would be read into it', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'river.memoire')
  writeFileSync(`${path}-wal`, 'last changes')
  expect((await thrownBy(() => createNotebookFile(path))).code).toBe('leftover-journal')
  expect(filesIn(folder)).toEqual(['river.memoire-wal'])
})

test('A notebook that is opened through a link is locked and backed up where it really lies', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const link = join(temporaryFolder(), 'link.memoire')
  symlinkSync(path, link)
  const notebook = await opened(link)
  expect(notebook.path).toBe(path)
  expect((await opened(path)).readOnlyBecause).toBe('held')
})

test('A closed notebook is one file, and closing twice is closing once', async () => {
  const folder = temporaryFolder()
  const notebook = await opened(newNotebookPath(folder))
  notebook.mutate('article.add', (db) => addArticle(db))
  expect(filesIn(folder).length).toBeGreaterThan(1)
  notebook.close()
  notebook.close()
  expect(filesIn(folder)).toEqual(['river.memoire'])
})
