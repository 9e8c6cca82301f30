import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listBackups } from '../backup.ts'
import { openScratch, openWritable } from '../connection.ts'
import {
  addArticle,
  addQuote,
  newNotebookPath,
  opened,
  temporaryFolder,
  thrownBy,
} from '../notebook.fixture.ts'
import { applicationId, createNotebookFile } from '../notebook-file.ts'
import { migrate, migrations, newestVersion, versionOf } from './index.ts'

/**
 * A migration is never edited once a version that has it was released. Until 0.1.0 is released, write the new sum here
 * whenever the first one changes; from then on, a failing line means: put the change into a new migration.
 */
const sums = ['a2842cc07b7705ed', '818e02c7035739f8']

/** What each migration has to bring along unharmed, by the version it starts from. */
const upgrades: Record<number, () => void> = {
  0: () => {
    const db = openScratch()
    expect(migrate(db)).toBe(newestVersion)
    db.transaction(() => addQuote(db, addArticle(db)))
    expect(db.get('SELECT count(*) AS n FROM quote')).toEqual({ n: 1 })
    db.close()
  },
  1: () => {
    const db = openScratch()
    expect(migrate(db, 1)).toBe(1)
    db.transaction(() => addQuote(db, addArticle(db)))
    const held = () => [
      db.all('SELECT * FROM article'),
      db.all('SELECT * FROM revision'),
      db.all('SELECT * FROM quote'),
    ]
    const before = held()
    expect(migrate(db)).toBe(newestVersion - 1)
    expect(held()).toEqual(before)
    expect(db.get("SELECT name FROM sqlite_schema WHERE name = 'revision_by_original'")).toBeDefined()
    db.close()
  },
}

test('No migration was edited after its release', () => {
  expect(migrations.map((sql) => createHash('sha256').update(sql).digest('hex').slice(0, 16))).toEqual(sums)
})

test('Every migration has a test from the version before it', () => {
  expect(Object.keys(upgrades).map(Number)).toEqual(migrations.map((_, from) => from))
})

test('Every migration file is in the list, in the order of its number', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^\d{4}-/.test(name))
  expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, from) => from + 1))
})

for (const [from, upgrade] of Object.entries(upgrades)) {
  test(`Version ${from} comes up to the newest with everything it held`, upgrade)
}

test('A migration that fails leaves the version before it behind, whole', async () => {
  const db = openScratch()
  migrate(db)
  db.exec('PRAGMA user_version = 0')
  await thrownBy(() => migrate(db))
  expect(versionOf(db)).toBe(0)
  expect(db.get('SELECT count(*) AS n FROM notebook')).toEqual({ n: 0 })
  db.close()
})

test('Migrating what is at the newest version does nothing', () => {
  const db = openWritable(newNotebookPath())
  expect(migrate(db)).toBe(0)
  db.close()
})

test('An older notebook is backed up before it is migrated', async () => {
  const path = join(temporaryFolder(), 'old.memoire')
  const old = openScratch(path)
  old.exec(`PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = WAL;`)
  old.close()
  const notebook = await opened(path)
  expect(versionOf(notebook.reader())).toBe(newestVersion)
  expect(listBackups(path).map((backup) => backup.reason)).toEqual(['migration'])
})

test('An older notebook that cannot be backed up is not migrated', async () => {
  const path = join(temporaryFolder(), 'old.memoire')
  const old = openScratch(path)
  old.exec(`PRAGMA application_id = ${applicationId}`)
  old.close()
  createNotebookFile(`${path}-backups`)
  expect((await thrownBy(() => opened(path))).code).toBe('backup-failed')
  const after = openScratch(path)
  expect(versionOf(after)).toBe(0)
  after.close()
})

test('An older notebook cannot be read where it cannot be migrated', async () => {
  const path = join(temporaryFolder(), 'old.memoire')
  const old = openScratch(path)
  old.exec(`PRAGMA application_id = ${applicationId}`)
  old.close()
  expect((await thrownBy(() => opened(path, { readOnly: true }))).code).toBe('older-notebook')
})
