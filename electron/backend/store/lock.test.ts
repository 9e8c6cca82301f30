import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { openWritable } from './connection.ts'
import { acquireLock, isHeldHere, readHolder } from './lock.ts'
import {
  addArticle,
  filesIn,
  newNotebookPath,
  opened,
  temporaryFolder,
  thrownBy,
} from './notebook.fixture.ts'
import { openNotebook } from './open-notebook.ts'

interface Answer {
  because: string | null
  holder: { pid: number; host: string; user: string; program: string } | null
  articles: number
  milliseconds: number
  error?: string
}

const opener = new URL('open-notebook.ts', import.meta.url).href
const locker = new URL('lock.ts', import.meta.url).href

/** Opens the notebook in another process, says how it went, and keeps it open until it is ended or told to go. */
async function openElsewhere(
  path: string,
  user: { uid?: number; gid?: number } = {},
): Promise<{ answer: Answer; child: ChildProcess; end(): Promise<void> }> {
  const script = `
    const { openNotebook } = await import(${JSON.stringify(opener)})
    const start = performance.now()
    try {
      const notebook = await openNotebook(${JSON.stringify(path)}, { program: 'elsewhere' })
      console.log(JSON.stringify({
        because: notebook.readOnlyBecause, holder: notebook.holder, milliseconds: performance.now() - start,
        articles: notebook.reader().get('SELECT count(*) AS n FROM article').n,
      }))
      process.stdin.once('data', () => { notebook.close(); process.exit() })
    } catch (error) {
      console.log(JSON.stringify({ error: error.code ?? String(error) }))
    }`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...user,
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    answer: JSON.parse(line),
    child,
    end: async () => {
      child.stdin.write('go\n')
      await once(child, 'exit')
    },
  }
}

/** Somebody who may not write to what we own: another user where we are the administrator, else we ourselves. */
const stranger = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

test('The second to open a notebook is told within a second who has it, and can read it', async () => {
  const path = newNotebookPath()
  const here = await opened(path)
  here.mutate('article.add', (db) => addArticle(db))
  const { answer } = await openElsewhere(path)
  expect(answer).toMatchObject({
    because: 'held',
    holder: { pid: process.pid, host: hostname(), program: 'test' },
    articles: 1,
  })
  expect(answer.holder?.user).toBeTruthy()
  expect(answer.milliseconds).toBeLessThan(1000)
})

test('Whoever is second cannot change anything, and is told who can', async () => {
  const path = newNotebookPath()
  const elsewhere = await openElsewhere(path)
  const here = await opened(path)
  expect(here.readOnlyBecause).toBe('held')
  expect(here.holder?.pid).toBe(elsewhere.child.pid)
  for (const change of [
    () => here.mutate('article.add', (db) => addArticle(db)),
    () => here.undo(),
    () => here.redo(),
    () => here.maintain(() => {}),
    () => here.backup('asked'),
    () => here.restore('any'),
    () => here.assertWritable(),
  ]) {
    const thrown = await thrownBy(change)
    expect(thrown.code).toBe('read-only')
    expect(thrown.message).toContain(`process ${elsewhere.child.pid}`)
  }
})

test('A holder that is killed frees the notebook at once', async () => {
  const path = newNotebookPath()
  const { child } = await openElsewhere(path)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const here = await opened(path)
  expect(here.readOnlyBecause).toBe(null)
})

test('A holder that closes the notebook frees it and leaves one file behind', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const { end } = await openElsewhere(path)
  await end()
  expect(filesIn(folder)).toEqual(['river.memoire'])
  expect((await opened(path)).readOnlyBecause).toBe(null)
})

test('Opening a notebook a second time in one process is for reading only, and does not loosen the lock', async () => {
  const path = newNotebookPath()
  const first = await opened(path)
  const second = await opened(path)
  expect(second.readOnlyBecause).toBe('held')
  second.close()
  expect(isHeldHere(path)).toBe(true)
  expect((await openElsewhere(path)).answer.because).toBe('held')
  first.mutate('article.add', (db) => addArticle(db))
})

for (const [what, content] of [
  ['is no database', 'not a database, '.repeat(999)],
  ['is empty', ''],
  ['is a cut-off database', null],
] as const) {
  test(`A lock file left behind that ${what} keeps nobody out`, async () => {
    const folder = temporaryFolder()
    const path = newNotebookPath(folder)
    writeFileSync(`${path}-lock`, content ?? readFileSync(path).subarray(0, 5000))
    const here = await opened(path)
    expect(here.readOnlyBecause).toBe(null)
    expect(readHolder(path)?.pid).toBe(process.pid)
    here.close()
    expect(filesIn(folder)).toEqual(['river.memoire'])
  })
}

test('A lock file left by a crash names somebody who is gone, and keeps nobody out', async () => {
  const path = newNotebookPath()
  const { child } = await openElsewhere(path)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(readHolder(path)?.pid).toBe(child.pid)
  expect((await opened(path)).readOnlyBecause).toBe(null)
  expect(readHolder(path)?.pid).toBe(process.pid)
})

test('A folder in place of the lock file makes the notebook readable only, without an error', async () => {
  const path = newNotebookPath()
  mkdirSync(`${path}-lock`)
  expect((await opened(path)).readOnlyBecause).toBe('folder')
})

test('However many contend, and whatever they find lying there, never two hold the lock and somebody always gets it', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const contenders = 5
  const milliseconds = 2500
  // A holder makes a folder that only one can make; a second holder would find it there.
  const script = `
    import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
    const { acquireLock } = await import(${JSON.stringify(locker)})
    const path = ${JSON.stringify(path)}
    const end = Date.now() + ${milliseconds}
    let taken = 0
    let twice = 0
    while (Date.now() < end) {
      const attempt = acquireLock(path, 'contender')
      if (attempt.kind !== 'locked') continue
      taken += 1
      try { mkdirSync(path + '-inside') } catch { twice += 1 }
      if (taken % 3 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3)
      try { rmdirSync(path + '-inside') } catch { twice += 1 }
      attempt.lock.release()
      if (taken % 7 === 0) try { writeFileSync(path + '-lock', 'garbage', { flag: 'wx' }) } catch {}
    }
    console.log(JSON.stringify({ taken, twice }))`
  const results = await Promise.all(
    Array.from({ length: contenders }, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      onTestFinished(() => {
        child.kill('SIGKILL')
      })
      const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
      return JSON.parse(line) as { taken: number; twice: number }
    }),
  )
  expect(results.reduce((sum, { twice }) => sum + twice, 0)).toBe(0)
  expect(results.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(50)
  expect(existsSync(`${path}-inside`)).toBe(false)
})

test('Of several that open the notebook at the same moment, exactly one may write', async () => {
  for (let round = 0; round < 3; round++) {
    const path = newNotebookPath()
    const all = await Promise.all(Array.from({ length: 4 }, () => openElsewhere(path)))
    expect(all.filter(({ answer }) => answer.because === null).length).toBe(1)
    expect(all.filter(({ answer }) => answer.because === 'held').length).toBe(3)
    for (const { child } of all) child.kill('SIGKILL')
  }
})

test('A lock that was released can be taken again, and releasing it twice frees nobody else’s', () => {
  const path = newNotebookPath()
  const first = acquireLock(path, 'first')
  if (first.kind !== 'locked') throw new Error('The lock was free.')
  first.lock.release()
  const second = acquireLock(path, 'second')
  if (second.kind !== 'locked') throw new Error('The lock was released.')
  first.lock.release()
  expect(acquireLock(path, 'third').kind).toBe('held')
  expect(readHolder(path)?.program).toBe('second')
  second.lock.release()
})

test('In a folder that cannot be written to, a notebook opens for reading, as does a copy with a journal of its own', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const writer = openWritable(path)
  writer.transaction(() => addArticle(writer))
  // The copy says WAL in its header, and has its last change in the journal beside it.
  const copy = join(folder, 'copy.memoire')
  copyFileSync(path, copy)
  copyFileSync(`${path}-wal`, `${copy}-wal`)
  writer.close()
  const headerOnly = join(folder, 'header.memoire')
  copyFileSync(copy, headerOnly)
  for (const name of filesIn(folder)) chmodSync(join(folder, name), 0o644)
  chmodSync(folder, 0o555)
  const before = filesIn(folder)
  try {
    expect((await openElsewhere(path, stranger)).answer).toMatchObject({ because: 'folder', articles: 1 })
    expect((await openElsewhere(copy, stranger)).answer).toMatchObject({ because: 'folder', articles: 1 })
    expect((await openElsewhere(headerOnly, stranger)).answer).toMatchObject({
      because: 'folder',
      articles: 0,
    })
    expect(filesIn(folder)).toEqual(before)
  } finally {
    chmodSync(folder, 0o755)
  }
})

test('The copy that stands in for an unwritable folder is removed when the notebook is closed', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const writer = openWritable(path)
  const copy = join(folder, 'copy.memoire')
  copyFileSync(path, copy)
  writer.close()
  chmodSync(copy, 0o644)
  chmodSync(folder, 0o555)
  try {
    const { child, answer, end } = await openElsewhere(copy, stranger)
    expect(answer.because).toBe('folder')
    await end()
    expect(filesIn(tmpdir()).filter((name) => name.startsWith(`aide-memoire-${child.pid}-`))).toEqual([])
  } finally {
    chmodSync(folder, 0o755)
  }
})

test('A notebook file that may not be written to opens for reading, in a folder that may', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  chmodSync(path, 0o444)
  chmodSync(folder, 0o777)
  expect((await openElsewhere(path, stranger)).answer.because).toBe('folder')
  expect(filesIn(folder)).toEqual(['river.memoire'])
})

test('A notebook that is only to be read takes no lock and leaves nothing behind', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const reader = await openNotebook(path, { program: 'test', readOnly: true })
  expect(reader.readOnlyBecause).toBe('asked')
  expect(filesIn(folder)).toEqual(['river.memoire'])
  const writer = await opened(path)
  expect(writer.readOnlyBecause).toBe(null)
  writer.mutate('article.add', (db) => addArticle(db))
  expect(reader.reader().get('SELECT count(*) AS n FROM article')).toEqual({ n: 1 })
  reader.close()
  writer.close()
  expect(filesIn(folder)).toEqual(['river.memoire'])
})

test('Closing does not wait for somebody who still reads, and what was written is kept', async () => {
  const folder = temporaryFolder()
  const path = newNotebookPath(folder)
  const writer = await opened(path)
  writer.mutate('article.add', (db) => addArticle(db))
  const reading = await openElsewhere(path)
  const start = performance.now()
  writer.close()
  expect(performance.now() - start).toBeLessThan(1000)
  await reading.end()
  rmSync(`${path}-shm`, { force: true })
  expect((await opened(path)).reader().get('SELECT count(*) AS n FROM article')).toEqual({ n: 1 })
})
