import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import type { ImportReport } from '#shared/domain/import.ts'
import { codedNotebook } from '../exchange/coded.fixture.ts'
import { newNotebookPath, thrownBy } from '../store/notebook.fixture.ts'
import { importFile } from './import-file.ts'
import { callProcedure } from './index.ts'
import { openSession, type Session } from './session.ts'

async function session(): Promise<Session> {
  const made = await openSession(newNotebookPath(), { program: 'test' })
  onTestFinished(() => made.close())
  return made
}

type Answer = { uploadId: string; report: ImportReport; operationId: string }

function call(made: Session, name: string, input: unknown): Promise<Answer & ImportReport> {
  return callProcedure(made, 'exchange', name, input) as Promise<Answer & ImportReport>
}

const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p><DT><H3>Water</H3><DL><p>
<DT><A HREF="https://river.example/a" ADD_DATE="1700000000">Talks on the river</A></DL><p></DL><p>`

async function uploaded(made: Session, files: Record<string, string>, piece = 50): Promise<string> {
  const entries = Object.entries(files)
  const { uploadId } = await call(made, 'beginUpload', {
    files: entries.map(([path, text]) => ({ path, size: Buffer.byteLength(text) })),
  })
  for (const [file, [, text]] of entries.entries()) {
    const bytes = Buffer.from(text)
    for (let offset = 0; offset < bytes.length; offset += piece)
      await call(made, 'upload', {
        uploadId,
        file,
        offset,
        bytes: bytes.subarray(offset, offset + piece).toString('base64'),
      })
  }
  return uploadId
}

const leftBeside = (made: Session) =>
  readdirSync(dirname(made.notebook.path)).filter((name) =>
    name.startsWith(`${basename(made.notebook.path)}-importing`),
  )

const added = (report: ImportReport) =>
  Object.fromEntries(report.parts.map(({ kind, added }) => [kind, added.total]))

test('a file that a window hands over is looked at, imported, undone in one step, and leaves nothing beside the notebook', async () => {
  const made = await session()
  const uploadId = await uploaded(made, { 'bookmarks.html': bookmarks })
  const events: unknown[] = []
  made.notebook.onChange((event) => events.push(event))
  const promised = await call(made, 'previewImport', { uploadId })
  expect(promised).toMatchObject({ format: 'bookmarks' })
  expect(events).toEqual([])
  const { report, operationId } = await call(made, 'import', { uploadId })
  expect(added(report)).toEqual(added(promised))
  expect(added(report)).toMatchObject({ article: 1 })
  expect(events).toMatchObject([{ operation: { id: operationId, label: 'exchange.import' } }])
  expect(leftBeside(made)).toEqual([])
  await callProcedure(made, 'journal', 'undo', { operationId })
  expect(made.notebook.reader().all('SELECT 1 FROM article WHERE deleted_at IS NULL')).toEqual([])
})

test('another notebook is merged in a thread, and its words are found afterwards', async () => {
  const made = await session()
  const controls = { signal: new AbortController().signal, report: () => {} }
  const { report } = await importFile(made, { source: await codedNotebook() }, controls)
  expect(report.format).toBe('notebook')
  const found = (await callProcedure(made, 'search', 'run', {
    query: 'power',
    scope: {},
  }).catch((error: unknown) => error)) as unknown
  expect(JSON.stringify(found)).toContain('Ilda')
  expect(leftBeside(made)).toEqual([])
})

test('a folder of saved pages is imported as articles, with one step to undo', async () => {
  const made = await session()
  const page = (title: string) =>
    `<html><head><title>${title}</title></head><body><article><p>${`${title} went on until late. `.repeat(20)}</p></article></body></html>`
  const uploadId = await uploaded(
    made,
    { 'saved/one.html': page('Talks'), 'saved/two.html': page('Walks') },
    5000,
  )
  expect(added(await call(made, 'previewImport', { uploadId }))).toEqual({ article: 2 })
  const { report, operationId } = await call(made, 'import', { uploadId })
  expect(report.articles).toHaveLength(2)
  await callProcedure(made, 'journal', 'undo', { operationId })
  expect(made.notebook.reader().all('SELECT 1 FROM article WHERE deleted_at IS NULL')).toEqual([])
})

test('an import that is cancelled changes nothing', async () => {
  const made = await session()
  const uploadId = await uploaded(made, { 'bookmarks.html': bookmarks })
  const taskId = uuidv7()
  const importing = call(made, 'import', { uploadId, taskId })
  made.tasks.cancel(taskId)
  expect(await thrownBy(() => importing)).toMatchObject({ code: 'cancelled' })
  expect(made.notebook.reader().all('SELECT 1 FROM article')).toEqual([])
})

test('a file that is not what it is said to be is refused, and nothing is changed', async () => {
  const made = await session()
  const uploadId = await uploaded(made, {
    'notes.jsonl': '{"format":"aide-memoire-notebook","version":1,"schema":7}\n',
  })
  expect(await thrownBy(() => call(made, 'previewImport', { uploadId }))).toMatchObject({
    code: 'export-cut-short',
  })
})

test('an upload takes no path out of its folder, no piece out of turn, and nothing larger than was said', async () => {
  const made = await session()
  const folder = dirname(made.notebook.path)
  for (const path of ['../a', '/a', 'a/../../b', 'a\\b', 'a//b', 'C:a', 'a\u0000'])
    expect(await thrownBy(() => call(made, 'beginUpload', { files: [{ path, size: 1 }] }))).toMatchObject({
      code: 'unfit-name',
    })
  expect(readdirSync(folder).filter((name) => name.includes('importing'))).toEqual([])
  const { uploadId } = await call(made, 'beginUpload', { files: [{ path: 'a.txt', size: 4 }] })
  const piece = (offset: number, text: string) =>
    call(made, 'upload', { uploadId, file: 0, offset, bytes: Buffer.from(text).toString('base64') })
  expect(await thrownBy(() => piece(2, 'cd'))).toMatchObject({ code: 'upload-broken' })
  await piece(0, 'ab')
  await piece(0, 'ab')
  expect(await thrownBy(() => call(made, 'previewImport', { uploadId }))).toMatchObject({
    code: 'upload-broken',
  })
  expect(await thrownBy(() => piece(2, 'cde'))).toMatchObject({ code: 'upload-broken' })
  await call(made, 'discardUpload', { uploadId })
  expect(readdirSync(folder).filter((name) => name.includes('importing'))).toEqual([])
})

test('what a killed process left of an import is removed when the notebook is opened', async () => {
  const path = newNotebookPath()
  const left = `${path}-importing-${uuidv7()}`
  mkdirSync(left)
  writeFileSync(join(left, 'a'), 'b')
  const made = await openSession(path, { program: 'test' })
  onTestFinished(() => made.close())
  expect(existsSync(left)).toBe(false)
})
