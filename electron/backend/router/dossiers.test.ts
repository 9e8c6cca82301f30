import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { call } from '../cli/call.ts'
import { checkDerivedColumns } from '../store/check-derived.ts'
import { keepBeforeSave } from '../store/dossier-versions.ts'
import { addArticle, addQuote, newNotebookPath, thrownBy } from '../store/notebook.fixture.ts'
import { openSession, type Session } from './session.ts'

async function opened(): Promise<Session> {
  const session = await openSession(newNotebookPath(), { program: 'test' })
  onTestFinished(() => session.close())
  return session
}

function quoteIn(session: Session) {
  return session.notebook.mutate('furnish', (db) => {
    const place = addArticle(db)
    return { quoteId: addQuote(db, place), revisionId: place.revisionId }
  })
}

const words = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const quoting = (place: { quoteId: string; revisionId: string }) => ({
  type: 'doc',
  content: [{ type: 'quoteEmbed', attrs: { ...place, text: 'The upper states' } }],
})

test('a dossier is found by its words, and says how long it is', async () => {
  const session = await opened()
  const { id } = await call(session, 'dossier', 'create', {
    title: 'Flow',
    document: words('Про Воду і греблі'),
  })
  await call(session, 'dossier', 'create', { title: 'Other' })
  expect(await call(session, 'dossier', 'list', { words: 'воду' })).toMatchObject([
    { id, title: 'Flow', wordCount: 4, quoteCount: 0 },
  ])
  expect(await call(session, 'dossier', 'list', {})).toHaveLength(2)
  expect(await call(session, 'dossier', 'list', { words: 'absent' })).toEqual([])
})

test('a quote knows the dossiers that use it, also after an undo, a redo and a stay in the trash', async () => {
  const session = await opened()
  const place = quoteIn(session)
  const using = async () =>
    (await call(session, 'dossier', 'naming', { kind: 'quote', id: place.quoteId })).map(({ title }) => title)
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow' })
  expect(await using()).toEqual([])
  const { updatedAt } = await call(session, 'dossier', 'get', { id })
  await call(session, 'dossier', 'save', { id, basedOn: updatedAt, document: quoting(place) })
  expect(await using()).toEqual(['Flow'])
  session.notebook.undo()
  expect(await using()).toEqual([])
  session.notebook.redo()
  expect(await using()).toEqual(['Flow'])
  await call(session, 'dossier', 'trash', { ids: [id] })
  expect(await using()).toEqual([])
  await call(session, 'trash', 'restore', { items: [{ kind: 'dossier', id }] })
  expect(await using()).toEqual(['Flow'])
  expect(checkDerivedColumns(session.notebook.reader())).toEqual([])
})

test('what another window saved is not overwritten', async () => {
  const session = await opened()
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow', document: words('first') })
  const { updatedAt } = await call(session, 'dossier', 'get', { id })
  // The clock of a row is in milliseconds.
  await new Promise((resume) => setTimeout(resume, 5))
  const saved = await call(session, 'dossier', 'save', { id, basedOn: updatedAt, document: words('mine') })
  const refused = await thrownBy(() =>
    call(session, 'dossier', 'save', { id, basedOn: updatedAt, document: words('theirs') }),
  )
  expect(refused.code).toBe('dossier-changed')
  expect(await call(session, 'dossier', 'get', { id })).toMatchObject({ text: 'mine', ...saved })
})

test('of a long document only what changed need be sent', async () => {
  const session = await opened()
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const document = { type: 'doc', content: ['one', 'two', 'three'].map(paragraph) }
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow', document })
  const { updatedAt: basedOn } = await call(session, 'dossier', 'get', { id })
  const change = { from: 1, removed: 1, blocks: ['second', 'and a half'].map(paragraph) }
  await call(session, 'dossier', 'save', { id, basedOn, change })
  expect(await call(session, 'dossier', 'get', { id })).toMatchObject({
    text: 'one\nsecond\nand a half\nthree',
    wordCount: 6,
  })
})

test('an embedded quote says whether it is in the trash; what is gone for good is left out', async () => {
  const session = await opened()
  const { quoteId } = quoteIn(session)
  const shown = () =>
    call(session, 'quote', 'embedded', { ids: [quoteId, '0190a000-0000-7000-8000-000000000000'] })
  expect(await shown()).toMatchObject([
    { id: quoteId, isTrashed: false, revisionNumber: 1, currentNumber: 1 },
  ])
  await call(session, 'quote', 'trash', { ids: [quoteId] })
  expect(await shown()).toMatchObject([{ id: quoteId, isTrashed: true }])
})

test('an image is kept by its hash, and what is no image is refused', async () => {
  const session = await opened()
  const png = Buffer.from('\x89PNG\r\n\x1a\n and what follows', 'latin1')
  const { sha256 } = await call(session, 'dossier', 'addImage', { bytes: png.toString('base64') })
  expect(await call(session, 'dossier', 'addImage', { bytes: png.toString('base64') })).toEqual({ sha256 })
  expect(await call(session, 'asset', 'get', { sha256 })).toMatchObject({ mediaType: 'image/png' })
  const script = Buffer.from('<svg onload="x"/>').toString('base64')
  expect((await thrownBy(() => call(session, 'dossier', 'addImage', { bytes: script }))).code).toBe(
    'image-refused',
  )
})

test('a version is restored with its title and quotes, and what was there is kept', async () => {
  const session = await opened()
  const place = quoteIn(session)
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow', document: quoting(place) })
  const kept = await call(session, 'dossier', 'keepVersion', { id, name: 'As sent' })
  const { updatedAt } = await call(session, 'dossier', 'get', { id })
  await call(session, 'dossier', 'save', { id, basedOn: updatedAt, title: 'Water', document: words('new') })
  expect(await call(session, 'dossier', 'naming', { kind: 'quote', id: place.quoteId })).toEqual([])
  await call(session, 'dossier', 'restoreVersion', { id: kept.id })
  expect(await call(session, 'dossier', 'get', { id })).toMatchObject({
    title: 'Flow',
    text: 'The upper states',
  })
  expect(await call(session, 'dossier', 'naming', { kind: 'quote', id: place.quoteId })).toHaveLength(1)
  expect(await call(session, 'dossier', 'versions', { id })).toMatchObject([
    { name: null, title: 'Water' },
    { name: 'As sent', title: 'Flow' },
  ])
})

test('a version is kept by itself where none is younger than ten minutes, and a hundred of those at most', async () => {
  const session = await opened()
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow' })
  await call(session, 'dossier', 'keepVersion', { id, name: 'As sent' })
  const minute = 60_000
  const names = async () => (await call(session, 'dossier', 'versions', { id })).map(({ name }) => name)
  session.notebook.mutate('soon', (db) => keepBeforeSave(db, id, Date.now() + 9 * minute))
  expect(await names()).toEqual(['As sent'])
  session.notebook.mutate('later', (db) => {
    for (let n = 0; n < 103; n++) keepBeforeSave(db, id, Date.now() + 11 * minute)
  })
  expect(await names()).toEqual([...Array(100).fill(null), 'As sent'])
})

test('emptying the trash takes a dossier with its versions and images, and leaves the images of those that stay', async () => {
  const session = await opened()
  const sha256 = 'b'.repeat(64)
  session.notebook.mutate('furnish', (db) =>
    db.run(
      "INSERT INTO asset (sha256, media_type, created_at, bytes) VALUES (?, 'image/png', '2026', x'00')",
      sha256,
    ),
  )
  const picture = { type: 'doc', content: [{ type: 'image', attrs: { asset: sha256 } }] }
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow', document: picture })
  await call(session, 'dossier', 'keepVersion', { id, name: 'As sent' })
  const rows = (table: string) =>
    session.notebook.reader().get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n
  await call(session, 'trash', 'empty', undefined)
  expect(rows('asset')).toBe(1)
  await call(session, 'dossier', 'trash', { ids: [id] })
  await call(session, 'trash', 'empty', undefined)
  const tables = ['dossier', 'dossier_version', 'dossier_reference', 'asset']
  expect(tables.map(rows)).toEqual([0, 0, 0, 0])
})

test('the check looks at what was saved last, and says which dossier is not there', async () => {
  const session = await opened()
  const place = quoteIn(session)
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow' })
  expect(await call(session, 'dossier', 'check', { id })).toMatchObject({ quotes: 0, findings: [] })
  const { updatedAt } = await call(session, 'dossier', 'get', { id })
  await call(session, 'dossier', 'save', { id, basedOn: updatedAt, document: quoting(place) })
  expect(await call(session, 'dossier', 'check', { id })).toMatchObject({
    quotes: 1,
    findings: [{ kind: 'no-speaker' }, { kind: 'no-date' }],
  })
  await call(session, 'dossier', 'trash', { ids: [id] })
  expect(await thrownBy(() => call(session, 'dossier', 'check', { id }))).toMatchObject({ code: 'not-found' })
})

test('a view is frozen into a dossier and stays so, and the check tells when the notebook says something else', async () => {
  const session = await opened()
  const { quoteId } = quoteIn(session)
  const mira = await call(session, 'actor', 'create', { name: 'Mira Holt' })
  const flow = await call(session, 'topic', 'create', { name: 'Flow' })
  await call(session, 'quote', 'update', { id: quoteId, speakerId: mira.id, saidOn: '2026-03-01' })
  await call(session, 'link', 'set', { quoteIds: [quoteId], topicId: flow.id, stance: 'supports' })
  const view = await call(session, 'analysis', 'freeze', {
    kind: 'matrix',
    filter: {},
    by: 'actor',
    asOf: null,
  })
  expect(view).toMatchObject({
    actors: [{ id: mira.id, name: 'Mira Holt' }],
    topics: [{ id: flow.id, name: 'Flow' }],
    cells: [{ stance: 'supports', utterances: 1, latest: '2026-03-01', quoteIds: [quoteId] }],
  })
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow' })
  const { updatedAt } = await call(session, 'dossier', 'get', { id })
  const frozen = { type: 'frozenView', attrs: { view, caption: 'Who wants what' } }
  const change = { from: 0, removed: 1, blocks: [frozen] }
  await call(session, 'dossier', 'save', { id, basedOn: updatedAt, change })
  expect(await call(session, 'dossier', 'naming', { kind: 'topic', id: flow.id })).toMatchObject([{ id }])
  const checked = async () => (await call(session, 'dossier', 'check', { id })).views
  expect(await checked()).toMatchObject([{ kind: 'matrix', caption: 'Who wants what', isSame: true }])
  await call(session, 'link', 'set', { quoteIds: [quoteId], topicId: flow.id, stance: 'opposes' })
  expect(await checked()).toMatchObject([{ isSame: false, place: { path: [0], from: 0, to: 1 } }])
  expect((await call(session, 'dossier', 'get', { id })).document).toEqual({ type: 'doc', content: [frozen] })
  const wrong = { ...view, cells: [{ ...view, stance: 'loves' }] }
  const broken = { type: 'doc', content: [{ type: 'frozenView', attrs: { view: wrong, caption: '' } }] }
  const refused = await thrownBy(() => call(session, 'dossier', 'create', { title: 'x', document: broken }))
  expect(refused).toMatchObject({ code: 'dossier-format' })
})

test('a dossier gives its bibliography in a style, and is exported beside the notebook under its title', async () => {
  const session = await opened()
  const place = quoteIn(session)
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow: a/b', document: quoting(place) })
  const styles = await call(session, 'style', 'list', undefined)
  expect(styles.map((style) => style.id)).toContain('apa')
  for (const style of styles) {
    const made = await call(session, 'dossier', 'bibliography', { id, style: style.id })
    const [entry] = made.entries
    expect(entry?.runs.map(({ text }) => text).join('')).toMatch(/talks on the river resume/i)
    expect(made.citations).toMatchObject([{ quoteId: place.quoteId, note: style.kind === 'note' ? 1 : null }])
  }
  const order = { id, format: 'markdown', style: 'ieee' } as const
  const first = await call(session, 'dossier', 'export', order)
  const second = await call(session, 'dossier', 'export', order)
  expect(first.path).toMatch(/river\.memoire-exports.Flow a b \d{4}-\d\d-\d\d\.md$/)
  expect(second.path).toMatch(/ \(2\)\.md$/)
  expect(readFileSync(first.path, 'utf8')).toContain('River Post \\[1\\]')
  const held = await thrownBy(() => call(session, 'dossier', 'export', { ...order, evidence: 'hold' }))
  expect(held.code).toBe('evidence-held')
})

test('an export that is cancelled leaves nothing', async () => {
  const session = await opened()
  const { id } = await call(session, 'dossier', 'create', { title: 'Flow', document: words('words') })
  const taskId = uuidv7()
  const exporting = call(session, 'dossier', 'export', { id, format: 'html', taskId })
  session.tasks.cancel(taskId)
  expect((await thrownBy(() => exporting)).code).toBe('cancelled')
  const folder = `${session.notebook.path}-exports`
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
})
