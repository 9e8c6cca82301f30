import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TaskProgress } from '#shared/domain/task.ts'
import { backupFolder, listBackups } from './backup.ts'
import { checkCopy } from './check.ts'
import { openReadable, openScratch } from './connection.ts'
import { copyInWorker } from './copy-in-worker.ts'
import {
  addArticle,
  addQuote,
  newNotebookPath,
  opened,
  temporaryFolder,
  thrownBy,
} from './notebook.fixture.ts'
import { rowCounts } from './notebook-info.ts'
import { proveNotebook } from './prove-notebook.ts'

test('A backup holds one moment of the notebook, whatever is written while it is made', async () => {
  const notebook = await opened()
  notebook.mutate('fill', (db) => {
    for (let n = 0; n < 400; n++)
      addQuote(db, addArticle(db, { text: 'The upper states agree. '.repeat(200) }))
  })
  let writing = true
  const backup = notebook.backup('asked').finally(() => {
    writing = false
  })
  let written = 0
  while (writing) {
    notebook.mutate('more', (db) => addQuote(db, addArticle(db)))
    written += 1
    await new Promise((resume) => setTimeout(resume, 5))
  }
  const copy = openReadable((await backup).path)
  const counts = rowCounts(copy)
  expect(counts['article']).toBeGreaterThanOrEqual(400)
  expect(counts['article']).toBeLessThan(400 + written)
  expect(counts['quote']).toBe(counts['article'])
  expect(checkCopy(copy)).toEqual([])
  copy.close()
})

test('A backup that is stopped is not made, and the notebook closes into one file', async () => {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.mutate('fill', (db) => addQuote(db, addArticle(db)))
  const stopped = thrownBy(() => notebook.backup('asked'))
  await notebook.stopCopying()
  expect((await stopped).code).toBe('cancelled')
  notebook.close()
  expect(listBackups(path)).toEqual([])
  expect(readdirSync(backupFolder(path))).toEqual([])
  expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false])
})

test('A copy that lost a row, or a page of an index, does not prove itself', async () => {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.mutate('fill', (db) => addQuote(db, addArticle(db)))
  notebook.close()
  const target = join(temporaryFolder(), 'copy.memoire')
  await copyInWorker({ path, target }).proved
  const copy = openScratch(target)
  copy.exec('PRAGMA foreign_keys = OFF; DELETE FROM article')
  copy.close()
  expect((await thrownBy(() => proveNotebook(target))).code).toBe('backup-unsound')
})

test('A backup says how far it is, first with the copy and then with its proof', async () => {
  const notebook = await opened()
  notebook.mutate('fill', (db) => addQuote(db, addArticle(db)))
  const told: TaskProgress[] = []
  await notebook.backup('asked', { report: (progress) => told.push(progress) })
  const shares = told.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect([...new Set(told.map(({ step }) => step))]).toEqual(['copying', 'proving'])
  expect(shares.at(-1)).toBe(1)
})

test.for(['copying', 'proving'] as const)(
  'A backup that is cancelled while it is %s leaves no file behind, and the next one is made',
  async (step) => {
    const path = newNotebookPath()
    const notebook = await opened(path)
    notebook.mutate('fill', (db) => addQuote(db, addArticle(db)))
    const controller = new AbortController()
    const report = (progress: TaskProgress) => {
      if (progress.step === step) controller.abort()
    }
    const cancelled = await thrownBy(() => notebook.backup('asked', { signal: controller.signal, report }))
    expect(cancelled.code).toBe('cancelled')
    await expect.poll(() => readdirSync(backupFolder(path))).toEqual([])
    const made = await notebook.backup('asked')
    expect(listBackups(path)).toEqual([made])
    notebook.close()
  },
)
