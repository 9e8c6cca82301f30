import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { AppError } from '#shared/util/app-error.ts'
import { call } from '../../electron/backend/cli/call.ts'
import { openSession, type Session } from '../../electron/backend/router/session.ts'
import { openReadable } from '../../electron/backend/store/connection.ts'
import { loadDriver } from '../../electron/backend/store/driver.ts'
import { restoreUnopened } from '../../electron/backend/store/restore-unopened.ts'
import { stateOf } from '../helpers/notebook-state.ts'
import { makeNotebook, temporaryFolder } from '../helpers/small-notebook.ts'

const seeds = Array.from({ length: Number(process.env['DAMAGE_SEEDS'] ?? 12) }, (_, index) => index + 1)
const pageSize = 4096
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-damaged-'))
const original = join(folder, 'original.memoire')

beforeAll(() => makeNotebook(original))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy that has a backup of itself, closed. */
async function copyWithBackup(): Promise<{ path: string; backup: string }> {
  const path = join(temporaryFolder(), 'notebook.memoire')
  cpSync(original, path)
  const session = await openSession(path, { program: 'test' })
  const { name } = await call(session, 'backup', 'create', undefined)
  await session.close()
  return { path, backup: name }
}

/** Fills the root page of a table with rubbish. */
function damageTable(path: string, table: string): void {
  const db = openReadable(path)
  const page = db.get<{ n: number }>('SELECT rootpage AS n FROM sqlite_schema WHERE name = ?', table)?.n ?? 0
  db.close()
  const bytes = readFileSync(path)
  bytes.fill(0xee, (page - 1) * pageSize, page * pageSize)
  writeFileSync(path, bytes)
}

async function opened(path: string): Promise<Session> {
  const session = await openSession(path, { program: 'test' })
  onTestFinished(() => session.close())
  return session
}

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof AppError ? error.code : error
}

const state = ({ notebook }: Session) => stateOf(notebook.reader())

describe('a damaged notebook', () => {
  it('opens for reading alone, says why and what to do, and is left as it is', async () => {
    const { path } = await copyWithBackup()
    damageTable(path, 'comment')
    const before = readFileSync(path)
    const session = await openSession(path, { program: 'test' })
    expect(await call(session, 'notebook', 'info', undefined)).toMatchObject({
      readOnly: true,
      readOnlyBecause: 'damaged',
    })
    expect((await call(session, 'article', 'list', { limit: 500 })).rows).toHaveLength(25)
    const error = await call(session, 'topic', 'create', { name: 'More' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'read-only', hint: expect.stringMatching(/backup.*salvage/) })
    expect(await call(session, 'notebook', 'check', undefined)).toMatchObject({ ok: false })
    await session.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is written to no more from the moment that somebody comes upon the damage', async () => {
    const { path } = await copyWithBackup()
    const session = await opened(path)
    const events: unknown[] = []
    session.notebook.onChange((event) => events.push(event))
    expect(session.notebook.readOnlyBecause).toBeNull()
    session.notebook.noteDamage()
    session.notebook.noteDamage()
    expect(events).toEqual([{ operation: null, entities: {} }])
    expect(session.notebook.readOnlyBecause).toBe('damaged')
    expect(await refusal(call(session, 'topic', 'create', { name: 'More' }))).toBe('read-only')
    expect(await refusal(call(session, 'journal', 'undo', undefined))).toBe('read-only')
    expect(await refusal(call(session, 'backup', 'create', undefined))).toBe('read-only')
  })

  it('goes back to a backup while it is open, and what it was is set aside', async () => {
    const { path, backup } = await copyWithBackup()
    damageTable(path, 'quote')
    const damaged = readFileSync(path)
    const session = await opened(path)
    expect(session.notebook.readOnlyBecause).toBe('damaged')
    await call(session, 'backup', 'restore', { name: backup })
    expect(session.notebook.readOnlyBecause).toBeNull()
    expect(await call(session, 'notebook', 'check', undefined)).toMatchObject({ ok: true })
    await call(session, 'topic', 'create', { name: 'More' })
    const aside = readdirSync(`${path}-backups`).find((name) => name.startsWith('damaged')) ?? ''
    expect(readFileSync(join(`${path}-backups`, aside)).equals(damaged)).toBe(true)
    expect((await call(session, 'backup', 'list', undefined)).map(({ name }) => name)).toEqual([backup])
  })

  it.each(['cut off', 'without its first page', 'gone'])(
    'goes back to a backup when it is %s',
    async (how) => {
      const { path, backup } = await copyWithBackup()
      if (how === 'cut off') truncateSync(path, pageSize * 20 + 100)
      if (how === 'without its first page') writeFileSync(path, Buffer.alloc(pageSize), { flag: 'r+' })
      if (how === 'gone') rmSync(path)
      expect(await refusal(openSession(path, { program: 'test' }))).toMatch(
        /^(damaged-notebook|not-a-notebook|no-such-notebook)$/,
      )
      restoreUnopened(path, backup)
      const session = await opened(path)
      expect(state(session)).toEqual(readState(original))
      expect(existsSync(`${path}-lock`)).toBe(true)
      expect(() => restoreUnopened(path, backup)).toThrow(expect.objectContaining({ code: 'notebook-held' }))
    },
  )

  it('is salvaged into a new notebook beside it while it is open', async () => {
    const { path } = await copyWithBackup()
    damageTable(path, 'comment')
    const session = await opened(path)
    const report = await call(session, 'notebook', 'salvage', undefined)
    expect(report).toMatchObject({ path: join(path, '..', 'notebook salvaged.memoire') })
    expect(report.damagedPages).toBeGreaterThan(0)
    const saved = await opened(report.path)
    expect(await call(saved, 'notebook', 'check', undefined)).toMatchObject({ ok: true })
    expect((await call(saved, 'article', 'list', { limit: 500 })).rows).toHaveLength(25)
  })

  it.each(seeds)(
    'fails with a code wherever its damage is met, and never with a fault of ours (seed %i)',
    async (seed) => {
      const path = join(temporaryFolder(), 'notebook.memoire')
      const choice = randomly(seed)
      const bytes = readFileSync(original)
      for (let n = 0; n < 1 + choice.below(3); n++) {
        const start = (1 + choice.below(bytes.length / pageSize - 1)) * pageSize
        bytes.fill(choice.pick([0, 0xff, 0x41]), start, start + choice.pick([8, 100, pageSize]))
      }
      writeFileSync(path, bytes)
      // Where the pages that name the tables are damaged, there is nothing to open.
      const session = await opened(path).catch(onlyDamage(null))
      if (session === null) return
      const { rows } = await call(session, 'article', 'list', { limit: 500 }).catch(onlyDamage({ rows: [] }))
      for (const { id } of rows)
        await call(session, 'quote', 'ofArticle', { articleId: id }).catch(onlyDamage([]))
      await call(session, 'quote', 'list', { limit: 500 }).catch(onlyDamage(null))
      await call(session, 'search', 'run', { query: 'treaty' }).catch(onlyDamage(null))
      const check = await call(session, 'notebook', 'check', undefined)
      const isDamaged = session.notebook.readOnlyBecause === 'damaged'
      expect(isDamaged).toBe(check.database.length > 0)
      const topic = await refusal(call(session, 'topic', 'create', { name: 'More' }))
      expect(topic).toBe(isDamaged ? 'read-only' : null)
      await call(session, 'notebook', 'info', undefined)
    },
  )
})

describe('a damaged search index', () => {
  async function withDamagedIndex(): Promise<Session> {
    const { path } = await copyWithBackup()
    const Database = loadDriver()
    const raw = new Database(path).unsafeMode()
    raw.exec("UPDATE search_index_data SET block = x'00000001' WHERE id > 10")
    raw.close()
    const session = await opened(path)
    expect(session.notebook.readOnlyBecause).toBeNull()
    return session
  }

  it('is told by the check, and made anew by reindex', async () => {
    const session = await withDamagedIndex()
    const check = await call(session, 'notebook', 'check', undefined)
    expect(check).toMatchObject({ ok: false, database: [], foreignKeys: [], evidence: [] })
    expect(check.searchIndex).not.toEqual([])
    expect(session.notebook.readOnlyBecause).toBeNull()
    expect(await refusal(call(session, 'search', 'run', { query: 'treaty' }))).toBe('damaged-index')
    await call(session, 'notebook', 'reindex', undefined)
    expect(await call(session, 'notebook', 'check', undefined)).toMatchObject({ ok: true })
    expect((await call(session, 'search', 'run', { query: 'treaty' })).hits).not.toEqual([])
  })

  it('keeps nobody from writing: the change that comes upon it makes it anew', async () => {
    const session = await withDamagedIndex()
    const before = state(session)
    const { articleId } = await call(session, 'capture', 'clipText', { text: 'A word on the treaty.' })
    await call(session, 'article', 'trash', { ids: [articleId] })
    session.notebook.undo()
    session.notebook.undo()
    expect(state(session)).toEqual(before)
    await call(session, 'notebook', 'reindex', undefined)
    expect(await call(session, 'notebook', 'check', undefined)).toMatchObject({ ok: true })
  })
})

function onlyDamage<T>(instead: T) {
  return (error: unknown): T => {
    expect(error).toMatchObject({ code: expect.stringMatching(/^damaged-(notebook|index)$/) })
    return instead
  }
}

function readState(path: string) {
  const db = openReadable(path)
  try {
    return stateOf(db)
  } finally {
    db.close()
  }
}
