import { existsSync, linkSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import { type SharePart, type Withholdable, withheldCoderName } from '#shared/domain/sharing.ts'
import { createActor } from '../../store/actors.ts'
import { listCoders } from '../../store/coders.ts'
import { getComment } from '../../store/comments.ts'
import { openWritable, readMoment } from '../../store/connection.ts'
import { assertNotebookFile } from '../../store/notebook-file.ts'
import {
  addArticle,
  addRevision,
  filesIn,
  newNotebookPath,
  opened,
  temporaryFolder,
  thrownBy,
} from '../../store/notebook.fixture.ts'
import { getOriginal, keepBeside } from '../../store/revisions.ts'
import { createTopic } from '../../store/topics.ts'
import { codedNotebook, longName } from '../coded.fixture.ts'
import { newSharePath } from '../export-path.ts'
import { restoreFromJson } from '../restore-from-json.ts'
import { runExport } from '../run-export.ts'
import { previewShareInWorker, shareInWorker } from '../share-in-worker.ts'
import { idOf, idsIn, importFile, openedIndexed, partOf, share } from './sharing.fixture.ts'
import { writeShare } from './write-share.ts'

const topicOf = async (path: string, name: string): Promise<Partial<SharePart>> => ({
  topicIds: [await readMoment(path, (db) => idOf(db, 'topic', 'name', name))],
})

test('a topic comes with what is below it and the names of what is above, its quotes, and whom these need', async () => {
  const path = await codedNotebook()
  const { db, counts, stays } = await share(path, await topicOf(path, longName), [])
  expect(counts).toMatchObject({
    articles: 1,
    quotes: 2,
    links: 2,
    topics: 2,
    actors: 2,
    rounds: 1,
    comments: 2,
  })
  expect(stays).toEqual({ quotes: 2, links: 1, comments: 0 })
  expect(db.all('SELECT name, description FROM topic ORDER BY name')).toEqual([
    // Above the chosen one: its place, and not what it means.
    { name: '=Water', description: '' },
    { name: longName, description: '' },
  ])
  expect(db.all('SELECT name FROM actor ORDER BY name')).toEqual([
    { name: 'Coast League' },
    { name: 'Ilda "the Gauge" Morvan' },
  ])
  // Who took part is told of those who are in the part anyway; what else was on the agenda is not.
  expect(db.get('SELECT name, agenda FROM round')).toEqual({
    name: 'First round',
    agenda: JSON.stringify([idOf(db, 'topic', 'name', '=Water')]),
  })
  expect(db.all('SELECT 1 FROM search_document')).toHaveLength(
    counts.articles + counts.quotes + counts.comments,
  )
})

test('a dossier comes with the quotes it embeds, and without its earlier versions', async () => {
  const path = await codedNotebook()
  const dossierIds = await readMoment(path, (db) => idsIn(db, 'dossier'))
  const { db, counts } = await share(path, { dossierIds })
  expect(counts).toMatchObject({ dossiers: 1, quotes: 1, articles: 1, comments: 0 })
  expect(idsIn(db, 'dossier_version')).toEqual([])
  const evidence = await share(path, { dossierIds }, ['dossiers'])
  expect(evidence.counts).toMatchObject({ dossiers: 0, quotes: 1 })
})

test('a view that is frozen in a dossier leads to no quote that is not shared, and names no coder where names are left out', async () => {
  const path = await codedNotebook()
  const { id, document } = await readMoment(
    path,
    (db) =>
      db.get<{ id: string; document: string }>('SELECT id, document FROM dossier') ?? {
        id: '',
        document: '',
      },
  )
  const [quoteId = ''] = (JSON.parse(document) as { content: { attrs: { quoteId: string } }[] }).content.map(
    ({ attrs }) => attrs.quoteId,
  )
  const stances = { supports: 1, opposes: 0, conditional: 0, neutral: 0 }
  const elsewhere = '01a215ad-7b1e-7450-8db9-f92e15f14b3d'
  const view = {
    kind: 'timeline',
    frozenAt: '2026-04-01T00:00:00.000Z',
    filter: { coders: [{ id: elsewhere, name: 'Anna' }] },
    rows: 'topic',
    unit: 'month',
    lanes: [
      { id: elsewhere, name: 'Anna', bins: [{ start: '2026-03', stances, quoteIds: [quoteId, elsewhere] }] },
    ],
    rounds: [],
    left: 0,
  }
  const db = openWritable(path)
  const content = [
    ...JSON.parse(document).content,
    { type: 'frozenView', attrs: { view, caption: 'As seen' } },
  ]
  parseDossierDocument({ type: 'doc', content })
  db.run('UPDATE dossier SET document = ? WHERE id = ?', JSON.stringify({ type: 'doc', content }), id)
  db.close()
  const shownIn = async (without: Withholdable[]) => {
    const shared = await share(path, { dossierIds: [id] }, without)
    const written = shared.db.get<{ document: string }>('SELECT document FROM dossier')?.document ?? ''
    parseDossierDocument(JSON.parse(written))
    return JSON.parse(written).content.at(-1).attrs.view
  }
  const lanes = [{ id: elsewhere, name: 'Anna', bins: [{ start: '2026-03', stances, quoteIds: [quoteId] }] }]
  expect(await shownIn([])).toEqual({ ...view, lanes })
  const coders = [{ id: elsewhere, name: withheldCoderName(elsewhere) }]
  expect(await shownIn(['coders'])).toEqual({ ...view, lanes, filter: { coders } })
})

test('articles are chosen by the day they were published, and quotes by the day they were said', async () => {
  const path = await codedNotebook()
  const { counts } = await share(path, { from: '2026-03', until: '2026-03-01' })
  expect(counts).toMatchObject({ articles: 1, quotes: 3 })
  const later = await share(path, { from: '2026-03-02' })
  expect(later.counts).toMatchObject({ articles: 1, quotes: 1 })
  const error = await thrownBy(() => share(path, { from: '2027' }))
  expect(error).toMatchObject({ code: 'nothing-to-share' })
})

test('an actor comes with what its members said', async () => {
  const path = await codedNotebook()
  const league = await readMoment(path, (db) => idOf(db, 'actor', 'name', 'Coast League'))
  expect((await share(path, { actorIds: [league] })).counts).toMatchObject({ quotes: 4, articles: 2 })
})

test('a topic without quotes can be shared; nothing, and what is gone, cannot', async () => {
  const notebook = await openedIndexed()
  const { topic, trashed } = notebook.mutate('test.fill', (db) => {
    const gone = createTopic(db, { parentId: null, name: 'Gone' })
    db.run("UPDATE topic SET deleted_at = '2026' WHERE id = ?", gone)
    return { topic: createTopic(db, { parentId: null, name: 'Water' }), trashed: gone }
  })
  const { path } = notebook.reader()
  expect((await share(path, { topicIds: [topic] })).counts).toMatchObject({ topics: 1, articles: 0 })
  expect(await thrownBy(() => share(path, {}))).toMatchObject({ code: 'nothing-to-share' })
  expect(await thrownBy(() => share(path, { topicIds: [topic, trashed] }))).toMatchObject({
    code: 'share-missing',
  })
  expect(await thrownBy(() => share(newNotebookPath(), { whole: true }))).toMatchObject({
    code: 'nothing-to-share',
  })
})

test('a redacted copy that comes back erases nothing: comments, names of coders, how far one has read', async () => {
  const path = await codedNotebook()
  const copy = await share(path, { whole: true })
  const notebook = await openedIndexed(path)
  const before = notebook.reader().all('SELECT * FROM comment ORDER BY id')
  notebook.mutate('test.read', (db) => db.run("UPDATE article SET status = 'done'"))
  const report = await importFile(notebook, copy.path)
  expect(report.conflicts).toEqual({ total: 0, rows: [] })
  const db = notebook.reader()
  expect(before.length).toBeGreaterThan(1)
  expect(db.all('SELECT * FROM comment ORDER BY id')).toEqual(before)
  expect(listCoders(db).map(({ name }) => name)).toEqual(['Anna', 'Borys'])
  expect(db.all("SELECT 1 FROM article WHERE status <> 'done'")).toEqual([])
})

test('coders whose names are left out are still told apart, and are the same in every copy', async () => {
  const path = await codedNotebook()
  const names = async () => {
    const { db } = await share(path, { whole: true }, ['coders'])
    return db.all<{ name: string }>('SELECT name FROM coder ORDER BY name').map(({ name }) => name)
  }
  const first = await names()
  expect(new Set(first).size).toBe(2)
  expect(first.join()).not.toMatch(/Anna|Borys/)
  expect(await names()).toEqual(first)
})

test('originals that were left out say so, and come with a later copy that has them', async () => {
  const path = await codedNotebook()
  const copy = await share(path, { whole: true }, ['originals'])
  const notebook = await openedIndexed()
  await importFile(notebook, copy.path)
  const revision = idsIn(notebook.reader(), 'revision')[0] ?? ''
  expect(await thrownBy(() => getOriginal(notebook.reader(), revision))).toMatchObject({
    code: 'original-withheld',
  })
  expect(Object.values(await notebook.check()).flat()).toEqual([])
  const again = join(temporaryFolder(), 'again.memoire')
  runExport(notebook.reader(), {
    format: 'notebook-json',
    target: `${again}.jsonl`,
    selection: {},
    replace: false,
  })
  await restoreFromJson(`${again}.jsonl`, again)
  await importFile(notebook, (await share(path, { whole: true }, [])).path)
  expect(getOriginal(notebook.reader(), revision).bytes.byteLength).toBeGreaterThan(0)
  expect(
    getComment(notebook.reader(), { articleId: idsIn(notebook.reader(), 'article')[0] ?? '' }),
  ).not.toBeNull()
  expect(Object.values(await notebook.check()).flat()).toEqual([])
})

test('the file is opened without complaint as a notebook of its own', async () => {
  const path = await codedNotebook()
  const { db, path: copy } = await share(path, { whole: true })
  const own = await readMoment(path, (origin) => origin.get('SELECT id FROM notebook'))
  expect(db.get('SELECT id FROM notebook')).not.toEqual(own)
  db.close()
  expect(filesIn(dirname(copy))).toEqual(['part.memoire'])
  assertNotebookFile(copy)
  const notebook = await openedIndexed(copy)
  notebook.mutate('test.add', (target) => void createActor(target, { name: 'A new one', kind: 'person' }))
  expect(Object.values(await notebook.check()).flat()).toEqual([])
})

test('evidence that was altered is not sent off', async () => {
  const path = await codedNotebook()
  const notebook = await opened(path)
  notebook.mutate('test.alter', (db) => db.run("UPDATE revision SET text = text || '!'"))
  notebook.close()
  expect(await thrownBy(() => share(path, { whole: true }))).toMatchObject({ code: 'share-unsound' })
})

test('the open notebook is never written over, by whichever name; other files only when asked, and no open notebook', async () => {
  const path = await codedNotebook()
  const folder = dirname(path)
  const write = (target: string, replace: boolean) =>
    readMoment(path, (db) =>
      writeShare(db, {
        part: partOf({ whole: true }),
        target,
        unfinished: join(folder, '.unfinished-x'),
        replace,
      }),
    )
  linkSync(path, join(folder, 'hard.memoire'))
  symlinkSync(path, join(folder, 'soft.memoire'))
  for (const name of ['river', 'hard', 'soft']) {
    const error = await thrownBy(() => write(join(folder, `${name}.memoire`), true))
    expect(error, name).toMatchObject({ code: 'same-notebook' })
  }
  const other = join(folder, 'other.memoire')
  writeFileSync(other, 'something else')
  expect(await thrownBy(() => write(other, false))).toMatchObject({ code: 'file-exists' })
  await write(other, true)
  assertNotebookFile(other)
  const reader = await opened(other)
  expect(await thrownBy(() => write(other, true))).toMatchObject({ code: 'notebook-in-use' })
  reader.close()
  expect(await thrownBy(() => write(join(folder, 'part.sqlite'), false))).toMatchObject({
    code: 'unfit-name',
  })
  expect(await thrownBy(() => write(join(folder, 'no', 'part.memoire'), false))).toMatchObject({
    code: 'no-such-folder',
  })
  expect(filesIn(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

test('in a thread: what was promised is what is written, progress never goes back, and a cancelled one leaves nothing', async () => {
  const path = await codedNotebook()
  const folder = temporaryFolder()
  const choice = { part: partOf({ whole: true }), without: undefined }
  const { counts, stays, bytes } = await previewShareInWorker({ path, choice })
  const shares: number[] = []
  const target = join(folder, 'part.memoire')
  const report = await shareInWorker(
    { path, choice, target, replace: false },
    { report: ({ share }) => shares.push(share) },
  )
  expect(report).toMatchObject({ counts, stays, path: target })
  expect(bytes).toBeGreaterThan(report.bytes / 3)
  expect(bytes).toBeLessThan(report.bytes * 3)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)

  const controller = new AbortController()
  const second = join(folder, 'second.memoire')
  const sharing = shareInWorker(
    { path, choice, target: second, replace: false },
    {
      signal: controller.signal,
      report: () => controller.abort(),
    },
  )
  expect(await thrownBy(() => sharing)).toMatchObject({ code: 'cancelled' })
  await vi.waitFor(() => expect(filesIn(folder)).toEqual(['part.memoire']))
  expect(existsSync(second)).toBe(false)
})

test('letters are told of whose originals name their addressees', async () => {
  const notebook = await openedIndexed()
  notebook.mutate('test.fill', (db) => {
    addArticle(db)
    db.run("UPDATE revision SET original_kind = 'email'")
  })
  const { path } = notebook.reader()
  expect((await share(path, { whole: true })).letters).toBe(1)
  expect((await share(path, { whole: true }, ['originals'])).letters).toBe(0)
})

test('a name that a user gave is made fit for a notebook, and leads nowhere else', async () => {
  const path = await codedNotebook()
  const day = new Date('2026-04-01')
  const nameOf = (name: string) => basename(newSharePath(path, name, day))
  expect(nameOf('Water.memoire')).toBe('Water 2026-04-01.memoire')
  expect(nameOf('../../Вода: мовчки')).toBe('Вода мовчки 2026-04-01.memoire')
  const long = newSharePath(path, 'Ґ'.repeat(100), day)
  const order = {
    part: partOf({ whole: true }),
    unfinished: join(dirname(long), '.unfinished'),
    replace: false,
  }
  const { path: written } = await readMoment(path, (db) => writeShare(db, { ...order, target: long }))
  expect(existsSync(written)).toBe(true)
})

test('a capture that stands beside the others comes with its article, and one that was undone does not', async () => {
  const notebook = await openedIndexed()
  const { articleId, revisionId, beside } = notebook.mutate('test.fill', (db) => {
    const article = addArticle(db)
    addRevision(db, article.articleId, 'Undone.')
    const kept = addRevision(db, article.articleId, 'As it was in another notebook.')
    keepBeside(db, article.articleId, kept)
    return { ...article, beside: kept }
  })
  const { db } = await share(notebook.reader().path, { articleIds: [articleId] })
  expect(idsIn(db, 'revision')).toEqual([revisionId, beside].sort())
})

test('an article without quotes comes by itself', async () => {
  const notebook = await openedIndexed()
  const article = notebook.mutate('test.fill', (db) => addArticle(db).articleId)
  const { counts } = await share(notebook.reader().path, { articleIds: [article] })
  expect(counts).toMatchObject({ articles: 1, revisions: 1, quotes: 0 })
})
