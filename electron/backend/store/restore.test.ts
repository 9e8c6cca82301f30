import { closeSync, openSync, readdirSync, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { TaskProgress } from '#shared/domain/task.ts'
import type { Notebook } from './notebook.ts'
import { addArticle, newNotebookPath, opened, thrownBy } from './notebook.fixture.ts'
import { openReadable } from './connection.ts'
import { listBackups } from './backup.ts'

const titlesOf = (db: ReturnType<Notebook['reader']>) =>
  db.all<{ title: string }>('SELECT title FROM article ORDER BY title').map(({ title }) => title)

/** A notebook with "late", and a backup from when it had "early" alone. */
async function movedOn() {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.mutate('early', (db) => addArticle(db, { title: 'early' }))
  const { name } = await notebook.backup('asked')
  notebook.mutate('late', (db) => addArticle(db, { title: 'late' }))
  return { path, notebook, name }
}

test('What is changed while a backup is being put back waits, and is neither lost nor in what was backed up', async () => {
  const { path, notebook, name } = await movedOn()
  const shares: number[] = []
  let waiting: Promise<void> | undefined
  await notebook.restore(name, {
    report: ({ share }) => {
      shares.push(share)
      if (share > 0.5)
        waiting ??= notebook.whenFree(() => {
          notebook.mutate('meanwhile', (db) => addArticle(db, { title: 'meanwhile' }))
        })
    },
  })
  await waiting
  expect(titlesOf(notebook.reader())).toEqual(['early', 'meanwhile'])
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  const before = listBackups(path).find(({ reason }) => reason === 'restore')
  const copy = openReadable(before?.path ?? '')
  expect(titlesOf(copy)).toEqual(['early', 'late'])
  copy.close()
})

test('A restore that is cancelled, at whatever step, leaves the notebook and its folder as they were', async () => {
  for (const moment of [0, 0.3, 0.6]) {
    const { path, notebook, name } = await movedOn()
    const controller = new AbortController()
    const report = ({ share }: TaskProgress) => {
      if (share >= moment) controller.abort()
    }
    const { code } = await thrownBy(() => notebook.restore(name, { signal: controller.signal, report }))
    expect(code).toBe('cancelled')
    notebook.mutate('after', (db) => addArticle(db, { title: 'after' }))
    expect(titlesOf(notebook.reader())).toEqual(['after', 'early', 'late'])
    await expect
      .poll(() => readdirSync(dirname(path)).filter((file) => file.startsWith(`${basename(path)}-restoring`)))
      .toEqual([])
    expect(listBackups(path).map((backup) => backup.name)).toEqual([name])
  }
})

test('A backup that was damaged since it was made is not put back, and the notebook goes on', async () => {
  const { path, notebook, name } = await movedOn()
  const backup = listBackups(path).find((one) => one.name === name)
  const handle = openSync(backup?.path ?? '', 'r+')
  writeSync(handle, Buffer.alloc(12_288, 7), 0, 12_288, 8192)
  closeSync(handle)
  await thrownBy(() => notebook.restore(name))
  expect((await thrownBy(() => notebook.restore('no such.memoire'))).code).toBe('no-such-backup')
  notebook.mutate('after', (db) => addArticle(db, { title: 'after' }))
  expect(titlesOf(notebook.reader())).toEqual(['after', 'early', 'late'])
})
