import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { call } from '../../electron/backend/cli/call.ts'
import { openSession } from '../../electron/backend/router/session.ts'
import { openWritable } from '../../electron/backend/store/connection.ts'
import { newestVersion, versionOf } from '../../electron/backend/store/migrations/index.ts'
import { type NotebookState, stateOf } from '../helpers/notebook-state.ts'
import { runUntilKilled } from './kill.ts'
import { rowsPerArticle } from './one-more-migration.ts'

const rounds = Number(process.env['CRASH_ROUNDS'] ?? 3)
const seed = Number(process.env['CRASH_SEED'] ?? 1)

const articles = 6
const worker = [
  '--import',
  new URL('use-one-more-migration.ts', import.meta.url).href,
  fileURLToPath(new URL('migrate-worker.ts', import.meta.url)),
]

interface Told {
  version: number
  trialRows: number
  topics: number[]
  problems: Record<string, string[]>
  backups: string[]
}

test(
  'A process killed at any moment while it migrates leaves the version before or the one after, with a backup',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-migrate-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { path: original, state } = await prepare(folder)
    const whole = join(folder, 'whole.memoire')
    cpSync(original, whole)
    const begun = performance.now()
    await runUntilKilled([...worker, whole])
    const duration = performance.now() - begun
    const choice = randomly(seed)
    for (let round = 0; round < rounds; round++) {
      const path = join(folder, `round ${round}.memoire`)
      cpSync(original, path)
      await runUntilKilled([...worker, path], choice.below(duration))
      const version = await inspect(path, state)
      const told = (await runUntilKilled([...worker, path])).at(-1) as Told
      expect(told).toEqual({
        version: newestVersion + 1,
        state: expect.any(Object),
        trialRows: articles * rowsPerArticle,
        topics: [articles * rowsPerArticle],
        problems: { database: [], foreignKeys: [], searchIndex: [], evidence: [] },
        backups: expect.arrayContaining(['migration']),
      })
      await expectWholeBackups(path, state)
      if (version > newestVersion) expect(told.backups).toEqual(['migration'])
    }
  },
  60_000 + rounds * 30_000,
)

async function prepare(folder: string): Promise<{ path: string; state: NotebookState }> {
  const path = join(folder, 'before.memoire')
  const session = await openSession(path, { program: 'test', create: true })
  for (let n = 0; n < articles; n++)
    await call(session, 'capture', 'clipText', { text: `Round ${n} of talks.` })
  await call(session, 'topic', 'create', { name: 'Water' })
  const state = stateOf(session.notebook.reader())
  await session.close()
  return { path, state }
}

/** Opens what the killed process left with the version before: it is either refused as newer, or all that it was. */
async function inspect(path: string, before: NotebookState): Promise<number> {
  const version = lookedAtApart(path)
  if (version > newestVersion) {
    await expect(openSession(path, { program: 'test' })).rejects.toMatchObject({ code: 'newer-notebook' })
    return version
  }
  const session = await openSession(path, { program: 'test' })
  expect(stateOf(session.notebook.reader())).toEqual(before)
  expect(await call(session, 'notebook', 'check', undefined)).toMatchObject({ ok: true })
  await session.close()
  return version
}

/** The version that was left, read from a copy: what the first to open it has to play back is still there for the session. */
function lookedAtApart(path: string): number {
  const copy = `${path}-looked-at`
  for (const beside of ['', '-wal', '-journal'])
    if (existsSync(path + beside)) copyFileSync(path + beside, copy + beside)
  const db = openWritable(copy)
  const version = versionOf(db)
  const hasTrial = db.get("SELECT 1 FROM sqlite_schema WHERE name = 'trial'") !== undefined
  db.close()
  expect(hasTrial).toBe(version > newestVersion)
  return version
}

/** Each backup is the notebook as it was before the migration, and opens in the version before. */
async function expectWholeBackups(path: string, before: NotebookState): Promise<void> {
  for (const name of readdirSync(`${path}-backups`)) {
    const session = await openSession(join(`${path}-backups`, name), { program: 'test', readOnly: true })
    expect(stateOf(session.notebook.reader())).toEqual(before)
    await session.close()
  }
}
