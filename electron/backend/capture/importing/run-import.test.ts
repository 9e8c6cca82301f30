import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test, vi } from 'vitest'
import { opened, temporaryFolder } from '../../store/notebook.fixture.ts'
import type { Notebook } from '../../store/notebook.ts'
import { planImport } from './plan-import.ts'
import { type ImportProgress, runImport } from './run-import.ts'

// Each import starts workers of its own.
vi.setConfig({ testTimeout: 120_000 })

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const page = (title: string, more = '') =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${`On ${title} the delegations met for the third time and agreed on what is still open. `.repeat(4)}</p>${more}<p>${`They will meet again on ${title}. `.repeat(5)}</p></article></body></html>`

async function planOf(folder: string) {
  const plan = await planImport([folder])
  onTestFinished(() => plan.close())
  return plan
}

async function imported(
  notebook: Notebook,
  folder: string,
  options: Partial<Parameters<typeof runImport>[2]> = {},
) {
  return runImport(notebook, await planOf(folder), { id: uuidv7(), workers: 2, ...options })
}

const titles = (notebook: Notebook) =>
  notebook
    .reader()
    .all<{ title: string }>('SELECT title FROM article WHERE deleted_at IS NULL ORDER BY title')
    .map(({ title }) => title)

function pagesIn(folder: string, count: number): void {
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `${String(index).padStart(3, '0')}.html`), page(`Day ${index}`))
}

test('many files become articles in one step to undo, what fails is listed, and the end is reported', async () => {
  const folder = temporaryFolder()
  pagesIn(folder, 30)
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.4 nothing')
  writeFileSync(join(folder, 'old.rtf'), '{\\rtf1 words}')
  writeFileSync(join(folder, 'empty.txt'), '')
  const notebook = await opened()
  const seen: ImportProgress[] = []
  const report = await imported(notebook, folder, { onProgress: (progress) => seen.push(progress) })
  expect(report).toMatchObject({ total: 33, done: 33, created: 30, isCancelled: false })
  expect(report.failures.map(({ name, error }) => [name.split('/').at(-1), error.code]).sort()).toEqual([
    ['broken.pdf', 'document-unreadable'],
    ['empty.txt', 'empty-file'],
    ['old.rtf', 'unsupported-file'],
  ])
  expect(seen.at(-1)).toMatchObject({ done: 33, failed: 3, current: null })
  expect(seen.some(({ current }) => current?.endsWith('007.html'))).toBe(true)
  expect(titles(notebook)).toHaveLength(30)
  expect(notebook.undo()?.label).toBe('capture.import')
  expect(titles(notebook)).toEqual([])
  notebook.redo()
  expect(titles(notebook)).toHaveLength(30)
})

test('an import that was cancelled keeps what it stored, and goes on where it ended', async () => {
  const folder = temporaryFolder()
  pagesIn(folder, 40)
  const notebook = await opened()
  const controller = new AbortController()
  const first = await imported(notebook, folder, {
    signal: controller.signal,
    onProgress: ({ created }) => created >= 8 && controller.abort(),
  })
  expect(first.isCancelled).toBe(true)
  expect(first.created).toBeGreaterThanOrEqual(8)
  expect(first.created).toBeLessThan(40)
  expect(titles(notebook)).toHaveLength(first.created)
  const second = await imported(notebook, folder)
  expect(second).toMatchObject({ created: 40 - first.created, there: { bytes: first.created } })
  expect(titles(notebook)).toHaveLength(40)
})

test('what is there by its bytes, its address or its text is passed over, also within one import', async () => {
  const folder = temporaryFolder()
  const saved = '<!-- saved from url=(0029)https://news.example/bridge-1 -->'
  writeFileSync(join(folder, 'a.html'), page('Bridge'))
  writeFileSync(join(folder, 'b.html'), page('Bridge'))
  writeFileSync(join(folder, 'c.html'), `<!-- other bytes -->${page('Bridge')}`)
  writeFileSync(join(folder, 'd.html'), `${saved}${page('Dam')}`)
  writeFileSync(join(folder, 'e.html'), `${saved}${page('Dam, later')}`)
  const notebook = await opened()
  const report = await imported(notebook, folder, { workers: 1 })
  expect(report).toMatchObject({ created: 2, there: { bytes: 1, url: 1, text: 1 }, failures: [] })
  expect(titles(notebook)).toEqual(['Bridge', 'Dam'])
})

test('what was undone or is in the trash can be imported again', async () => {
  const folder = temporaryFolder()
  pagesIn(folder, 2)
  const notebook = await opened()
  await imported(notebook, folder)
  notebook.undo()
  expect(await imported(notebook, folder)).toMatchObject({ created: 2 })
})

test('a page saved with its folder keeps the pictures in it', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'Dam_files'))
  writeFileSync(join(folder, 'Dam_files', 'gate 1.gif'), gif)
  const picture =
    '<img alt="The gate" src="Dam_files/gate%201.gif" srcset="https://news.example/gate.gif 2x">'
  writeFileSync(join(folder, 'Dam.html'), page('Dam', `<figure>${picture}</figure>`))
  const notebook = await opened()
  expect(await imported(notebook, folder)).toMatchObject({ total: 1, created: 1 })
  expect(notebook.reader().all('SELECT media_type FROM asset')).toEqual([{ media_type: 'image/gif' }])
  const kept = notebook.reader().get<{ document: string }>('SELECT document FROM revision')?.document
  expect(kept).toMatch(/"asset":"[0-9a-f]{64}"/)
})

test('a notebook that cannot be written to is refused before anything is read', async () => {
  const folder = temporaryFolder()
  pagesIn(folder, 1)
  const { path, close } = await opened()
  close()
  const notebook = await opened(path, { readOnly: true })
  await expect(imported(notebook, folder)).rejects.toMatchObject({ code: 'read-only' })
})
