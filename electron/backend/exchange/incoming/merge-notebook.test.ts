import { copyFileSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import type { ImportReport } from '#shared/domain/import.ts'
import { indexChanges } from '../../search/index-changes.ts'
import { rebuildIndex } from '../../search/rebuild-index.ts'
import { frozenMatrix, frozenNode } from '#shared/document/frozen-view.fixture.ts'
import { dossierReferences, parseDossierDocument } from '#shared/document/parse-dossier.ts'
import type { FrozenMatrix } from '#shared/domain/frozen-view.ts'
import { createActor, listActors } from '../../store/actors.ts'
import { getArticle, setCurrentRevision, updateArticle } from '../../store/articles.ts'
import { listStoredStyles } from '../../store/citation-styles.ts'
import { copyMoment, openWritable, readMoment, type Writable } from '../../store/connection.ts'
import { createDossier, getDossier, listDossiers } from '../../store/dossiers.ts'
import { listFeeds } from '../../store/feeds.ts'
import { listMemberships } from '../../store/memberships.ts'
import type { Notebook } from '../../store/notebook.ts'
import {
  addArticle,
  addQuote,
  addRevision,
  opened,
  passage,
  temporaryFolder,
  thrownBy,
} from '../../store/notebook.fixture.ts'
import { anchorsInRevision, lostQuotes, quotesOfArticle, updateQuote } from '../../store/quotes.ts'
import { changes, isRefusal } from '../../store/random-changes.fixture.ts'
import { getRevisionContent } from '../../store/revisions.ts'
import { createRound, getRound, updateRound } from '../../store/rounds.ts'
import { listSteps } from '../../store/steps.ts'
import { createTopic } from '../../store/topics.ts'
import { emptyTrash, moveToTrash } from '../../store/trash.ts'
import { codedNotebook } from '../coded.fixture.ts'
import { readEvidence } from '../evidence.ts'
import { runExport } from '../run-export.ts'
import { countOf } from './import.fixture.ts'
import { mergeNotebook, previewNotebook } from './merge-notebook.ts'
import { openOtherNotebook } from './notebook/open-other-notebook.ts'

const format = 'notebook'

async function into(notebook: Notebook, path: string): Promise<ImportReport> {
  const source = { path, isFolder: false, head: new Uint8Array() }
  const from = await openOtherNotebook(source, notebook.path, temporaryFolder())
  try {
    const promised = previewNotebook(notebook.reader(), from, { format })
    const report = notebook.mutate('exchange.import', (db) => mergeNotebook(db, from, { format }))
    expect(promised.parts).toEqual(report.parts)
    return report
  } finally {
    from.close()
  }
}

async function random(seed: number, begin?: string): Promise<{ path: string; notebook: Notebook }> {
  const choice = randomly(seed)
  const notebook = begin === undefined ? await empty() : await opened(begin)
  for (let step = 0; step < 220; step++) {
    const [label, run] = choice.pick(changes)
    try {
      notebook.mutate(label, (db) => run(db, choice))
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return { path: notebook.reader().path, notebook }
}

const empty = () => opened(undefined, { index: indexChanges, reindex: rebuildIndex })

/**
 * Everything the formats are given, and what they are not. A group whose other members are all in the trash is none, and a condition
 * on somebody in the trash is one on nobody.
 */
function evidenceOf(notebook: Notebook): unknown {
  const db = notebook.reader()
  const evidence = readEvidence(db)
  const articles = [...evidence.articles()].map(({ article, note, sources }) => ({
    article: { ...article, storyId: article.copyCount === 0 ? null : article.storyId },
    note,
    sources: sources.map(({ revision, text, quotes }) => ({ revision, text, quotes })),
  }))
  const shared = Map.groupBy(
    articles.flatMap(({ sources }) => sources.flatMap(({ quotes }) => quotes)),
    ({ utteranceId }) => utteranceId,
  )
  const actors = new Set(evidence.actors.map(({ id }) => id))
  const topics = new Set(evidence.topics.map(({ id }) => id))
  for (const quotes of shared.values())
    for (const quote of quotes) {
      if (quotes.length === 1) quote.utteranceId = null
      quote.links.sort((a, b) => (a.id < b.id ? -1 : 1))
      for (const link of quote.links) {
        if (link.conditionActorId !== null && !actors.has(link.conditionActorId)) link.conditionActorId = null
        if (link.conditionTopicId !== null && !topics.has(link.conditionTopicId)) link.conditionTopicId = null
      }
    }
  return {
    articles,
    topics: evidence.topics,
    actors: evidence.actors,
    coders: evidence.coders,
    rounds: evidence.rounds,
    memberships: listMemberships(db),
    steps: listSteps(db),
    dossiers: listDossiers(db),
    feeds: listFeeds(db),
    styles: listStoredStyles(db),
  }
}

const added = (report: ImportReport) =>
  report.parts.flatMap((part) => (part.added.total === 0 ? [] : [part.kind]))

for (const seed of [1, 2, 3]) {
  test(`an empty notebook into which another is merged has the same evidence, and merging it again adds nothing (seed ${seed})`, async () => {
    const other = await random(seed)
    const expected = evidenceOf(other.notebook)
    other.notebook.close()
    const notebook = await empty()
    const report = await into(notebook, other.path)
    expect(evidenceOf(notebook)).toEqual(expected)
    expect(report.conflicts.total).toBe(0)
    expect(countOf(report, 'quote', 'added') + countOf(report, 'topic', 'added')).toBeGreaterThan(2)
    expect(Object.values(await notebook.check()).flat()).toEqual([])
    const again = await into(notebook, other.path)
    expect(added(again)).toEqual([])
    expect(again.conflicts.total).toBe(0)
    expect(evidenceOf(notebook)).toEqual(expected)
    notebook.undo()
    expect(evidenceOf(notebook)).toMatchObject({ articles: [], topics: [], actors: [], rounds: [] })
    await into(notebook, other.path)
    expect(evidenceOf(notebook)).toEqual(expected)
  })

  test(`two notebooks that went apart from one keep what is here, and merging twice adds nothing (seed ${seed})`, async () => {
    const common = await random(seed)
    common.notebook.close()
    const folder = temporaryFolder()
    const [mine, theirs] = [join(folder, 'mine.memoire'), join(folder, 'theirs.memoire')]
    copyFileSync(common.path, mine)
    copyFileSync(common.path, theirs)
    const other = await random(seed + 100, theirs)
    other.notebook.close()
    const { notebook } = await random(seed + 200, mine)
    notebook.close()
    const own = await opened(mine, { index: indexChanges, reindex: rebuildIndex })
    own.maintain((db) => rebuildIndex(db))
    const before = own
      .reader()
      .all<{ id: string; name: string }>('SELECT id, name FROM topic WHERE deleted_at IS NULL')
    const report = await into(own, other.path)
    expect(Object.values(await own.check()).flat()).toEqual([])
    for (const { id, name } of before)
      expect(own.reader().get('SELECT name FROM topic WHERE id = ? AND deleted_at IS NULL', id)).toEqual({
        name,
      })
    expect(report.parts.length).toBeGreaterThan(0)
    expect(added(await into(own, other.path))).toEqual([])
  })
}

test('a coded notebook comes with its dossiers, versions and lost quotes', async () => {
  const path = await codedNotebook()
  const source = await opened(path, { readOnly: true })
  const expected = evidenceOf(source)
  const notebook = await empty()
  await into(notebook, path)
  expect(evidenceOf(notebook)).toEqual(expected)
  expect(lostQuotes(notebook.reader())).toHaveLength(1)
  expect(notebook.reader().all('SELECT 1 FROM dossier_version WHERE deleted_at IS NULL')).toHaveLength(1)
  expect(Object.values(await notebook.check()).flat()).toEqual([])
})

test('a frozen view that comes over names the topics, actors and quotes as they are named here', async () => {
  const say = (db: Writable) => {
    const topic = createTopic(db, { parentId: null, name: 'Water' })
    const actor = createActor(db, { name: 'Ilda Morvan', kind: 'person' })
    const article = addArticle(db, { url: 'https://river.example/talks', title: 'Talks' })
    return { topic, actor, quote: addQuote(db, article, { speakerId: actor }) }
  }
  const other = await empty()
  other.mutate('test', (db) => {
    const { topic, actor, quote } = say(db)
    const [cell] = frozenMatrix.cells
    const view = {
      ...frozenMatrix,
      actors: [{ id: actor, name: 'Ilda Morvan' }],
      topics: [{ id: topic, name: 'Water', under: [] }],
      filter: { topic: { id: topic, name: 'Water' } },
      cells: [{ ...cell, quoteIds: [quote] }],
    }
    const document = parseDossierDocument({ type: 'doc', content: [frozenNode(view)] })
    const content = { document, text: '', refs: dossierReferences(document), wordCount: 0 }
    createDossier(db, 'Where they stand', content)
  })
  const path = await copyOf(other)
  const notebook = await empty()
  const here = notebook.mutate('test', say)
  await into(notebook, path)
  const [row] = listDossiers(notebook.reader())
  const { document } = getDossier(notebook.reader(), row?.id ?? '')
  const [frozen] = (document as { content: { attrs: { view: FrozenMatrix } }[] }).content
  expect(frozen?.attrs.view).toMatchObject({
    actors: [{ id: here.actor }],
    topics: [{ id: here.topic }],
    filter: { topic: { id: here.topic } },
    cells: [{ quoteIds: [here.quote] }],
  })
  expect(() => parseDossierDocument(document)).not.toThrow()
})

async function copyOf(notebook: Notebook): Promise<string> {
  const target = join(temporaryFolder(), 'copy.memoire')
  await copyMoment(notebook.reader().path, target, () => undefined)
  return target
}

test('what differs between two copies is told, and this notebook keeps its own', async () => {
  const notebook = await empty()
  const ids = notebook.mutate('test', (db) => {
    const article = addArticle(db, { title: 'Talks' })
    const quote = addQuote(db, article)
    return { ...article, quote }
  })
  const other = await opened(await copyOf(notebook))
  other.mutate('test', (db) => {
    updateArticle(db, { id: ids.articleId, title: 'Talks, corrected' })
    updateQuote(db, { id: ids.quote, saidOn: '2026-03-01' })
  })
  const { path } = other.reader()
  other.close()
  const report = await into(notebook, path)
  expect(report.conflicts.rows).toEqual([
    { kind: 'article', name: 'Talks, corrected', field: 'title', here: 'Talks', there: 'Talks, corrected' },
    expect.objectContaining({ kind: 'quote', field: 'saidOn', here: '', there: '2026-03-01' }),
  ])
  expect(getArticle(notebook.reader(), ids.articleId).title).toBe('Talks')
})

test('who else took part in a round and what else was on its agenda is told, and nobody is put into it', async () => {
  const notebook = await empty()
  const ids = notebook.mutate('test', (db) => {
    const actor = createActor(db, { name: 'Ilda Morvan', kind: 'person' })
    const topic = createTopic(db, { parentId: null, name: 'Water' })
    const round = { name: 'Second round', fromOn: '2026-03-01', untilOn: null, place: null, note: '' }
    return { actor, topic, round: createRound(db, { ...round, participantIds: [actor], agendaIds: [] }) }
  })
  const other = await opened(await copyOf(notebook))
  other.mutate('test', (db) => {
    const more = createActor(db, { name: 'Per Aune', kind: 'person' })
    updateRound(db, { id: ids.round, participantIds: [more, ids.actor], agendaIds: [ids.topic] })
  })
  const { path } = other.reader()
  other.close()
  notebook.mutate('test', (db) => updateRound(db, { id: ids.round, place: 'Brede' }))
  const report = await into(notebook, path)
  const told = { kind: 'round', name: 'Second round' }
  expect(report.conflicts.rows).toEqual([
    { ...told, field: 'participants', here: 'Ilda Morvan', there: 'Per Aune' },
    { ...told, field: 'agenda', here: '', there: 'Water' },
  ])
  expect(getRound(notebook.reader(), ids.round)).toMatchObject({ participantIds: [ids.actor], agendaIds: [] })
  notebook.mutate('test', (db) =>
    updateRound(db, {
      id: ids.round,
      participantIds: listActors(db).map(({ id }) => id),
      agendaIds: [ids.topic],
    }),
  )
  expect((await into(notebook, path)).conflicts.rows).toEqual([])
})

test('a later revision comes over and is read, and the quotes of both notebooks stand in it', async () => {
  const notebook = await empty()
  const ids = notebook.mutate('test', (db) => addArticle(db))
  const other = await opened(await copyOf(notebook))
  const later = `The talks resumed. ${passage}`
  other.mutate('test', (db) => {
    const id = addRevision(db, ids.articleId, later)
    setCurrentRevision(db, ids.articleId, { id, wordCount: 12, modifiedAt: null })
    const start = later.indexOf('every month')
    addQuote(
      db,
      { articleId: ids.articleId, revisionId: id },
      { exact: 'every month', start, end: start + 11 },
    )
  })
  const { path } = other.reader()
  other.close()
  notebook.mutate('test', (db) => addQuote(db, ids))
  const report = await into(notebook, path)
  expect(countOf(report, 'revision', 'added')).toBe(1)
  const article = getArticle(notebook.reader(), ids.articleId)
  expect(getRevisionContent(notebook.reader(), article.currentRevisionId).text).toBe(later)
  const quotes = quotesOfArticle(notebook.reader(), ids.articleId)
  expect(quotes.map(({ exact, anchor }) => [exact, later.slice(anchor.start ?? 0, anchor.end ?? 0)])).toEqual(
    [
      ['The upper states', 'The upper states'],
      ['every month', 'every month'],
    ],
  )
  expect(Object.values(await notebook.check()).flat()).toEqual([])
})

test('an older capture that comes over is one of the article’s revisions by its day, with the quotes of both looked for in it', async () => {
  const url = { url: 'https://river.example/a', urlKey: 'https://river.example/a' }
  const other = await empty()
  const older = `The talks began. ${passage}`
  const start = older.indexOf('every month')
  const theirs = other.mutate('test', (db) => {
    const article = addArticle(db, { ...url, text: older })
    addQuote(db, article, { exact: 'every month', start, end: start + 11 })
    return article
  })
  const { path } = other.reader()
  other.close()
  await new Promise((later) => setTimeout(later, 5))
  const notebook = await empty()
  const mine = notebook.mutate('test', (db) => {
    const article = addArticle(db, url)
    addQuote(db, article)
    return article
  })
  const report = await into(notebook, path)
  expect(countOf(report, 'revision', 'added')).toBe(1)
  const listed = () =>
    getArticle(notebook.reader(), mine.articleId).revisions.map(({ id, number }) => [number, id])
  const both = [
    [1, theirs.revisionId],
    [2, mine.revisionId],
  ]
  expect(listed()).toEqual(both)
  expect(getArticle(notebook.reader(), mine.articleId).currentRevisionId).toBe(mine.revisionId)
  expect(getRevisionContent(notebook.reader(), theirs.revisionId)).toMatchObject({ number: 1, text: older })
  const quotes = quotesOfArticle(notebook.reader(), mine.articleId)
  const outcomes = (revisionId: string) =>
    Object.fromEntries(
      anchorsInRevision(notebook.reader(), revisionId).map(({ quoteId, outcome, start, end }) => [
        quotes.find(({ id }) => id === quoteId)?.exact,
        [
          outcome,
          start === null
            ? null
            : getRevisionContent(notebook.reader(), revisionId).text.slice(start, end ?? 0),
        ],
      ]),
    )
  expect(outcomes(theirs.revisionId)).toEqual({
    'The upper states': ['same', 'The upper states'],
    'every month': ['same', 'every month'],
  })
  expect(outcomes(mine.revisionId)).toMatchObject({
    'The upper states': ['same', 'The upper states'],
    'every month': [expect.stringMatching(/same|moved/), 'every month'],
  })
  notebook.undo()
  expect(listed()).toEqual([[1, mine.revisionId]])
  notebook.redo()
  expect(listed()).toEqual(both)
  notebook.undo()
  await into(notebook, path)
  expect(listed()).toEqual(both)
  expect(Object.values(await notebook.check()).flat()).toEqual([])
  const further = await empty()
  await into(further, await copyOf(notebook))
  expect(evidenceOf(further)).toEqual(evidenceOf(notebook))
})

test('what came later comes over and is read again after the merge was undone', async () => {
  const notebook = await empty()
  const ids = notebook.mutate('test', (db) => addArticle(db))
  const other = await opened(await copyOf(notebook))
  const id = other.mutate('test', (db) => {
    const id = addRevision(db, ids.articleId, `The talks resumed. ${passage}`)
    setCurrentRevision(db, ids.articleId, { id, wordCount: 12, modifiedAt: null })
    return id
  })
  const { path } = other.reader()
  other.close()
  for (const _ of ['once', 'again']) {
    await into(notebook, path)
    const { currentRevisionId, revisions } = getArticle(notebook.reader(), ids.articleId)
    expect([currentRevisionId, revisions.length]).toEqual([id, 2])
    notebook.undo()
    expect(getArticle(notebook.reader(), ids.articleId).revisions).toHaveLength(1)
  }
})

test('the same page clipped in both notebooks is one article, and the same quote one quote', async () => {
  const notebook = await empty()
  const url = { url: 'https://river.example/a', urlKey: 'https://river.example/a' }
  notebook.mutate('test', (db) => addQuote(db, addArticle(db, url)))
  const other = await empty()
  other.mutate('test', (db) => {
    const article = addArticle(db, url)
    addQuote(db, article)
    addQuote(db, article, { start: 4, end: 16, exact: passage.slice(4, 16) })
  })
  const { path } = other.reader()
  other.close()
  const report = await into(notebook, path)
  expect([
    countOf(report, 'article', 'there'),
    countOf(report, 'quote', 'there'),
    countOf(report, 'quote', 'added'),
  ]).toEqual([1, 1, 1])
  expect(countOf(report, 'revision', 'added')).toBe(0)
})

test('what was removed for good here, or is in the trash, is told and not brought back', async () => {
  for (const isEmptied of [false, true]) {
    const notebook = await empty()
    const { articleId } = notebook.mutate('test', (db) => {
      const article = addArticle(db)
      addQuote(db, article)
      return article
    })
    const path = await copyOf(notebook)
    notebook.mutate('article.trash', (db) => moveToTrash(db, 'article', [articleId]))
    if (isEmptied) notebook.maintain((db) => emptyTrash(db))
    const report = await into(notebook, path)
    expect(countOf(report, 'article', 'removed')).toBe(1)
    expect(countOf(report, 'quote', 'added')).toBe(0)
  }
})

test('an actor that answers to the other name here is the same one', async () => {
  const notebook = await empty()
  const other = await opened(await codedNotebook())
  const [ilda] = listActors(other.reader()).filter(({ kind }) => kind === 'person')
  notebook.mutate('test', (db) =>
    createActor(db, { name: 'The Gauge', kind: 'person', aliases: [ilda?.name ?? ''] }),
  )
  const { path } = other.reader()
  other.close()
  const report = await into(notebook, path)
  expect(countOf(report, 'actor', 'there')).toBe(1)
  const [quote] = notebook
    .reader()
    .all<{ speaker: string }>(
      'SELECT a.name AS speaker FROM quote q JOIN actor a ON a.id = q.speaker_id LIMIT 1',
    )
  expect(quote?.speaker).toBe('The Gauge')
})

test('this very notebook, one of a newer version, and a damaged one are refused', async () => {
  const notebook = await empty()
  expect(await thrownBy(() => into(notebook, notebook.path))).toMatchObject({ code: 'same-notebook' })
  const path = await copyOf(notebook)
  const bytes = readFileSync(path)
  const newer = Buffer.from(bytes)
  newer.writeUInt32BE(999, 60)
  const folder = temporaryFolder()
  for (const [name, content, code] of [
    ['newer.memoire', newer, 'newer-notebook'],
    ['cut.memoire', bytes.subarray(0, Math.floor(bytes.length / 2)), 'import-unreadable'],
  ] as const) {
    const file = join(folder, name)
    writeFileSync(file, content)
    expect(await thrownBy(() => into(notebook, file))).toMatchObject({ code })
  }
})

test('evidence that is not what its hash says refuses the whole, and nothing is changed', async () => {
  const other = await opened(await codedNotebook())
  const { path } = other.reader()
  other.close()
  const db = openWritable(path)
  db.run(`UPDATE revision SET text = replace(text, 'share', 'spare')`)
  db.close()
  const notebook = await empty()
  expect(await thrownBy(() => into(notebook, path))).toMatchObject({ code: 'export-altered' })
  expect(notebook.reader().all('SELECT 1 FROM topic')).toEqual([])
})

test('a complete export is merged like the notebook it was made of', async () => {
  const path = await codedNotebook()
  const target = join(temporaryFolder(), 'all.jsonl')
  await readMoment(path, (db) =>
    runExport(db, { format: 'notebook-json', target, selection: {}, replace: false }),
  )
  const notebook = await empty()
  const head = Buffer.alloc(64)
  readSync(openSync(target, 'r'), head)
  const from = await openOtherNotebook(
    { path: target, isFolder: false, head },
    notebook.path,
    temporaryFolder(),
  )
  notebook.mutate('exchange.import', (db) => mergeNotebook(db, from, { format: 'notebook-json' }))
  from.close()
  const source = await opened(path, { readOnly: true })
  expect(evidenceOf(notebook)).toEqual(evidenceOf(source))
})
