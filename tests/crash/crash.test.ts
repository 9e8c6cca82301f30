import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { call } from '../../electron/backend/cli/call.ts'
import { openSession, type Session } from '../../electron/backend/router/session.ts'
import { isSameState, type NotebookState, stateOf } from '../helpers/notebook-state.ts'
import type { jobs } from './jobs.ts'
import { runUntilKilled } from './kill.ts'

/** Rounds for each job; hundreds with `CRASH_ROUNDS=200 npx vitest run tests/crash`, from another start with `CRASH_SEED`. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 3)
const firstSeed = Number(process.env['CRASH_SEED'] ?? 1)

interface Told {
  state?: NotebookState
  about?: { restoring?: NotebookState; emptying?: boolean }
}

const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))

const names: Record<keyof typeof jobs, string> = {
  clip: 'clips',
  annotate: 'annotates',
  undo: 'undoes and redoes',
  backup: 'backs up',
  restore: 'restores',
}

for (const [job, name] of Object.entries(names)) {
  test(
    `A process killed at any moment while it ${name} leaves a whole notebook with the last acknowledged change`,
    async () => {
      const path = join(folder, `${job}.memoire`)
      await prepare(path)
      for (let round = 0; round < rounds; round++) await killOnce(path, job, firstSeed + round)
    },
    30_000 + rounds * 15_000,
  )
}

/** Two articles, a quote and a topic: enough for every kind of change. */
async function prepare(path: string): Promise<void> {
  const session = await openSession(path, { program: 'test', create: true })
  try {
    for (const text of [
      'The upper states publish their flow figures.',
      'Вода належить усім, сказав речник.',
    ]) {
      const { revisionId } = await call(session, 'capture', 'clipText', { text: `${text}\n\n${text}` })
      await call(session, 'quote', 'create', { revisionId, start: 4, end: 20 })
    }
    await call(session, 'topic', 'ensurePath', { path: ['Water', 'Flow'] })
  } finally {
    await session.close()
  }
}

async function killOnce(path: string, job: string, seed: number): Promise<void> {
  const choice = randomly(seed * 7919 + job.length)
  const changes = 3 + choice.below(12)
  const told = (await runUntilKilled([worker, path, job, String(seed), String(changes)])) as Told[]
  const last = told.findLast((line) => line.state !== undefined)?.state
  if (last === undefined) throw new Error('The worker acknowledged nothing.')
  const session = await openSession(path, { program: 'test' })
  try {
    const about = `${job}, seed ${seed}, after ${told.length} lines`
    expect(session.notebook.readOnlyBecause, about).toBeNull()
    expect(leadsTo(session, last, told.at(-1)?.about), `last acknowledged change: ${about}`).toBe(true)
    expect(await call(session, 'notebook', 'check', undefined), about).toMatchObject({ ok: true })
    expectUndoToWork(session)
    await expectBackupsToBeWhole(session)
  } finally {
    await session.close()
  }
  expect(readdirSync(folder).filter((file) => file.startsWith(basename(path)) && !isExpected(file))).toEqual(
    [],
  )
}

/**
 * Whether the notebook is where it was last acknowledged to be, or exactly one change further: one that was committed, and
 * that nobody was told of any more.
 */
function leadsTo({ notebook }: Session, last: NotebookState, about: Told['about']): boolean {
  const state = () => stateOf(notebook.reader())
  const found = state()
  if (isSameState(found, last)) return true
  if (about?.restoring && isSameState(found, about.restoring)) return true
  if (about?.emptying) return found.live === last.live
  // The change in flight may have been a mutation or a redo; else it was an undo.
  notebook.undo()
  if (isSameState(state(), last)) return true
  notebook.redo()
  notebook.redo()
  return isSameState(state(), last)
}

function expectUndoToWork({ notebook }: Session): void {
  const before = stateOf(notebook.reader())
  if (notebook.undo() === null) return
  expect(isSameState(stateOf(notebook.reader()), before)).toBe(false)
  notebook.redo()
  expect(isSameState(stateOf(notebook.reader()), before)).toBe(true)
}

/** What carries a backup's name opens and is sound, and nothing half-made stays beside it. */
async function expectBackupsToBeWhole({ notebook }: Session): Promise<void> {
  for (const backup of notebook.backups().slice(0, 2)) {
    const session = await openSession(backup.path, { program: 'test', readOnly: true })
    expect(await call(session, 'notebook', 'check', undefined)).toMatchObject({ ok: true })
    await session.close()
  }
  const names = notebook.backups().map((backup) => backup.name)
  const backupFolder = `${notebook.path}-backups`
  const files = names.length === 0 ? [] : readdirSync(backupFolder)
  expect(files.filter((file) => !names.includes(file) && !/-(wal|shm)$/.test(file))).toEqual([])
}

function isExpected(file: string): boolean {
  return /\.memoire(-backups)?$/.test(file)
}
