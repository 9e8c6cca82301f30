import { afterEach, expect, test, vi } from 'vitest'
import type { TrashKind } from '#shared/domain/trash.ts'
import { createActor, listActors, mergeActors } from './actors.ts'
import { articleFacets, getArticle } from './articles.ts'
import { getComment, saveComment } from './comments.ts'
import type { Writable } from './connection.ts'
import { journalState } from './journal.ts'
import { removeLinks, setLinks } from './links.ts'
import { addArticle, addQuote, addRevision, opened, thrownBy } from './notebook.fixture.ts'
import { notebookCounts, rowCounts } from './notebook-info.ts'
import type { Notebook } from './open-notebook.ts'
import { getQuote, listQuotes, quotesOfArticle } from './quotes.ts'
import { createTopic, listTopics, mergeTopics } from './topics.ts'
import { emptyTrash, listTrash, moveToTrash, restoreFromTrash } from './trash.ts'

afterEach(() => {
  vi.useRealTimers()
})

function comment(text: string) {
  return { document: { type: 'doc', text }, text }
}

/** Two articles, three quotes, a tree of topics, two actors, links and comments on everything. */
function furnish(db: Writable) {
  const dam = createTopic(db, { parentId: null, name: 'Dam' })
  const height = createTopic(db, { parentId: dam, name: 'Height' })
  const fish = createTopic(db, { parentId: null, name: 'Fish' })
  const union = createActor(db, { name: 'Union', kind: 'party' })
  const minister = createActor(db, { name: 'Minister', kind: 'person', memberOfId: union })
  const first = addArticle(db, { title: 'First' })
  const second = addArticle(db, { title: 'Second' })
  const quotes = [0, 5, 10].map((start) =>
    addQuote(db, start === 10 ? second : first, { start, end: start + 4, speakerId: minister }),
  )
  const [q1 = '', q2 = '', q3 = ''] = quotes
  setLinks(db, [q1, q2], dam, 'supports')
  setLinks(db, [q1, q3], height, 'opposes')
  setLinks(db, [q2], fish, 'neutral')
  saveComment(db, { quoteId: q1 }, comment('on q1'))
  saveComment(db, { articleId: first.articleId }, comment('on the first'))
  return { dam, height, fish, union, minister, first, second, q1, q2, q3 }
}

async function furnished(): Promise<{ notebook: Notebook; has: ReturnType<typeof furnish> }> {
  const notebook = await opened()
  return { notebook, has: notebook.mutate('furnish', furnish) }
}

function throwAway(notebook: Notebook, kind: TrashKind, ...ids: string[]): void {
  notebook.mutate('trash', (db) => moveToTrash(db, kind, ids))
}

function bringBack(notebook: Notebook, kind: TrashKind, id: string): void {
  notebook.mutate('restore', (db) => restoreFromTrash(db, [{ kind, id }]))
}

function view(notebook: Notebook) {
  const db = notebook.reader()
  return {
    facets: articleFacets(db),
    quotes: listQuotes(db, { withSubtopics: true, offset: 0, limit: 100 }).rows.map((row) => ({
      ...row,
      updatedAt: '',
      comment: row.comment?.text,
      links: row.links.map((link) => link.id).sort(),
    })),
    topics: listTopics(db),
    actors: listActors(db),
  }
}

for (const [kind, pick] of [
  ['article', (has) => has.first.articleId],
  ['quote', (has) => has.q1],
  ['topic', (has) => has.dam],
  ['actor', (has) => has.minister],
] as Array<[TrashKind, (has: ReturnType<typeof furnish>) => string]>) {
  test(`What goes to the trash with one ${kind} comes back with it, and nothing else is touched`, async () => {
    const { notebook, has } = await furnished()
    const before = view(notebook)
    throwAway(notebook, kind, pick(has))
    expect(view(notebook)).not.toEqual(before)
    expect(listTrash(notebook.reader()).map((item) => [item.kind, item.id])).toEqual([[kind, pick(has)]])
    bringBack(notebook, kind, pick(has))
    expect(view(notebook)).toEqual(before)
    expect(listTrash(notebook.reader())).toEqual([])
  })
}

test('The trash says how much comes back with each thing', async () => {
  const { notebook, has } = await furnished()
  throwAway(notebook, 'article', has.first.articleId)
  throwAway(notebook, 'topic', has.dam)
  throwAway(notebook, 'actor', has.minister)
  expect(listTrash(notebook.reader()).map(({ kind, name, withIt }) => ({ kind, name, withIt }))).toEqual([
    { kind: 'actor', name: 'Minister', withIt: 1 },
    { kind: 'topic', name: 'Dam', withIt: 0 },
    { kind: 'article', name: 'First', withIt: 2 },
  ])
  expect(notebookCounts(notebook.reader())).toMatchObject({ articles: 1, quotes: 1, topics: 1, trash: 3 })
})

test('The trash counts what it lists', async () => {
  const { notebook, has } = await furnished()
  throwAway(notebook, 'quote', has.q3)
  throwAway(notebook, 'article', has.first.articleId)
  throwAway(notebook, 'topic', has.dam, has.fish)
  notebook.mutate('comment.save', (db) =>
    saveComment(db, { articleId: has.second.articleId }, comment('a note')),
  )
  notebook.mutate('comment.save', (db) => saveComment(db, { articleId: has.second.articleId }, comment('')))
  const db = notebook.reader()
  expect(notebookCounts(db).trash).toBe(listTrash(db).length)
  expect(listTrash(db).length).toBe(5)
})

test('What was in the trash before stays there when the thing around it comes back', async () => {
  const { notebook, has } = await furnished()
  throwAway(notebook, 'quote', has.q2)
  throwAway(notebook, 'article', has.first.articleId)
  bringBack(notebook, 'article', has.first.articleId)
  expect(quotesOfArticle(notebook.reader(), has.first.articleId).map((quote) => quote.id)).toEqual([has.q1])
  expect(listTrash(notebook.reader()).map((item) => item.id)).toEqual([has.q2])
})

test('Things thrown away one after the other within a millisecond are still told apart', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const { notebook, has } = await furnished()
  throwAway(notebook, 'quote', has.q2)
  throwAway(notebook, 'article', has.first.articleId)
  expect(listTrash(notebook.reader()).length).toBe(2)
  bringBack(notebook, 'article', has.first.articleId)
  expect(listTrash(notebook.reader()).map((item) => item.id)).toEqual([has.q2])
  notebook.mutate('comment.save', (db) => saveComment(db, { quoteId: has.q3 }, comment('short-lived')))
  notebook.mutate('comment.save', (db) => saveComment(db, { quoteId: has.q3 }, comment('')))
  expect(listTrash(notebook.reader()).map((item) => item.kind)).toEqual(['comment', 'quote'])
})

test('What is thrown away after the clock was set back is in the trash all the same', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const { notebook, has } = await furnished()
  vi.setSystemTime(Date.now() - 7 * 86_400_000)
  throwAway(notebook, 'article', has.first.articleId)
  throwAway(notebook, 'topic', has.dam)
  expect(listTrash(notebook.reader()).length).toBe(2)
  expect(notebookCounts(notebook.reader()).trash).toBe(2)
})

test('A quote brings its article back from the trash, with what went along with that', async () => {
  const { notebook, has } = await furnished()
  const before = view(notebook)
  throwAway(notebook, 'quote', has.q1)
  throwAway(notebook, 'article', has.first.articleId)
  bringBack(notebook, 'quote', has.q1)
  expect(view(notebook)).toEqual(before)
  expect(getComment(notebook.reader(), { articleId: has.first.articleId })?.text).toBe('on the first')
})

test('A topic brings those above it back from the trash', async () => {
  const { notebook, has } = await furnished()
  const before = view(notebook)
  throwAway(notebook, 'topic', has.height)
  throwAway(notebook, 'topic', has.dam)
  bringBack(notebook, 'topic', has.height)
  expect(view(notebook)).toEqual(before)
})

for (const order of ['topic first', 'article first'] as const) {
  test(`A link whose both ends were thrown away is there again once both are back (${order})`, async () => {
    const { notebook, has } = await furnished()
    const before = view(notebook)
    const article = () => bringBack(notebook, 'article', has.first.articleId)
    const topic = () => bringBack(notebook, 'topic', has.dam)
    for (const trashArticleFirst of [true, false]) {
      if (trashArticleFirst) throwAway(notebook, 'article', has.first.articleId)
      throwAway(notebook, 'topic', has.dam)
      if (!trashArticleFirst) throwAway(notebook, 'article', has.first.articleId)
      for (const restore of order === 'topic first' ? [topic, article] : [article, topic]) restore()
      expect(view(notebook)).toEqual(before)
    }
  })
}

test('A link that was taken off stays off when its quote comes back', async () => {
  const { notebook, has } = await furnished()
  notebook.mutate('link.remove', (db) => removeLinks(db, [has.q1], has.dam))
  throwAway(notebook, 'quote', has.q1)
  bringBack(notebook, 'quote', has.q1)
  expect(getQuote(notebook.reader(), has.q1).links.map((link) => link.topicId)).toEqual([has.height])
})

test('A quote in the trash goes along when its topic and its speaker are merged into others', async () => {
  const { notebook, has } = await furnished()
  const other = notebook.mutate('actor.add', (db) => createActor(db, { name: 'Envoy', kind: 'person' }))
  throwAway(notebook, 'quote', has.q2)
  notebook.mutate('topic.merge', (db) => mergeTopics(db, has.fish, has.height))
  notebook.mutate('actor.merge', (db) => mergeActors(db, has.minister, other))
  bringBack(notebook, 'quote', has.q2)
  const quote = getQuote(notebook.reader(), has.q2)
  expect(quote.speakerId).toBe(other)
  expect(quote.links.map((link) => link.topicId).sort()).toEqual([has.dam, has.height].sort())
})

test('A quote whose trashed link would double a merged one comes back without a clash', async () => {
  const { notebook, has } = await furnished()
  throwAway(notebook, 'quote', has.q2)
  notebook.mutate('topic.merge', (db) => mergeTopics(db, has.fish, has.dam))
  bringBack(notebook, 'quote', has.q2)
  expect(getQuote(notebook.reader(), has.q2).links.map((link) => link.topicId)).toEqual([has.dam])
})

test('A comment comes back to its place, but never in place of a newer one', async () => {
  const { notebook, has } = await furnished()
  const id = getComment(notebook.reader(), { quoteId: has.q1 })?.id ?? ''
  throwAway(notebook, 'comment', id)
  expect(getComment(notebook.reader(), { quoteId: has.q1 })).toBe(null)
  bringBack(notebook, 'comment', id)
  expect(getComment(notebook.reader(), { quoteId: has.q1 })?.text).toBe('on q1')

  throwAway(notebook, 'comment', id)
  notebook.mutate('comment.save', (db) => saveComment(db, { quoteId: has.q1 }, comment('newer')))
  expect((await thrownBy(() => bringBack(notebook, 'comment', id))).code).toBe('comment-exists')
  throwAway(notebook, 'quote', has.q1)
  expect((await thrownBy(() => bringBack(notebook, 'comment', id))).code).toBe('comment-exists')
  expect(listTrash(notebook.reader()).map((item) => item.kind)).toContain('quote')
  bringBack(notebook, 'quote', has.q1)
  expect(getComment(notebook.reader(), { quoteId: has.q1 })?.text).toBe('newer')
})

test('A comment brings its quote and its article back', async () => {
  const { notebook, has } = await furnished()
  const before = view(notebook)
  const id = getComment(notebook.reader(), { quoteId: has.q1 })?.id ?? ''
  throwAway(notebook, 'comment', id)
  throwAway(notebook, 'quote', has.q1)
  throwAway(notebook, 'article', has.first.articleId)
  bringBack(notebook, 'comment', id)
  expect(view(notebook)).toEqual(before)
})

test('What an undo took back was never there: the trash does not show it', async () => {
  const { notebook } = await furnished()
  notebook.undo()
  expect(listTrash(notebook.reader())).toEqual([])
  expect(notebookCounts(notebook.reader())).toMatchObject({ articles: 0, quotes: 0, trash: 0 })
  notebook.redo()
  expect(notebookCounts(notebook.reader())).toMatchObject({ articles: 2, quotes: 3 })
})

test('Throwing away and restoring can be undone like everything else', async () => {
  const { notebook, has } = await furnished()
  const before = view(notebook)
  throwAway(notebook, 'article', has.first.articleId)
  const without = view(notebook)
  bringBack(notebook, 'article', has.first.articleId)
  notebook.undo()
  expect(view(notebook)).toEqual(without)
  notebook.undo()
  expect(view(notebook)).toEqual(before)
})

test('Restoring what is not in the trash, or never was anywhere, does nothing', async () => {
  const { notebook, has } = await furnished()
  const before = view(notebook)
  bringBack(notebook, 'quote', has.q1)
  bringBack(notebook, 'topic', '0195a000-0000-7000-8000-000000000000')
  expect(view(notebook)).toEqual(before)
  expect(journalState(notebook.reader()).undo?.label).toBe('furnish')
})

test('Emptying the trash removes it for good, leaves the ids behind, and forgets the history', async () => {
  const { notebook, has } = await furnished()
  notebook.mutate('article.revise', (db) => addRevision(db, has.first.articleId, 'a second capture'))
  throwAway(notebook, 'article', has.first.articleId)
  throwAway(notebook, 'topic', has.dam)
  throwAway(notebook, 'actor', has.union)
  const commentId = notebook
    .reader()
    .get<{ id: string }>('SELECT id FROM comment WHERE quote_id = ?', has.q1)?.id
  const removed = notebook.maintain(emptyTrash)
  const db = notebook.reader()
  expect(removed).toBeGreaterThan(8)
  expect(listTrash(db)).toEqual([])
  expect(rowCounts(db)).toMatchObject({
    article: 1,
    revision: 1,
    quote: 1,
    topic: 1,
    actor: 1,
    link: 0,
    comment: 0,
  })
  expect(journalState(db)).toEqual({ undo: null, redo: null })
  expect(db.all('SELECT * FROM change')).toEqual([])
  expect(notebook.undo()).toBe(null)
  const gone = new Set(db.all<{ id: string }>('SELECT id FROM tombstone').map((row) => row.id))
  for (const id of [has.first.articleId, has.q1, has.q2, has.dam, has.height, has.union, commentId])
    expect(gone).toContain(id)
  expect(gone).not.toContain(has.q3)
  expect(await notebook.check()).toEqual({ database: [], foreignKeys: [], searchIndex: [], evidence: [] })
  expect(listActors(db)).toMatchObject([{ name: 'Minister', memberOfId: null, quoteCount: 1 }])
  expect(getArticle(db, has.second.articleId).quoteCount).toBe(1)
})

test('Emptying the trash removes what an undo took back, without a trace on what is left', async () => {
  const { notebook, has } = await furnished()
  const before = view(notebook)
  notebook.mutate('more', (db) => {
    const quote = addQuote(db, has.first, { start: 3, end: 9 })
    setLinks(db, [quote], createTopic(db, { parentId: has.dam, name: 'Spillway' }), 'supports')
  })
  notebook.undo()
  notebook.maintain(emptyTrash)
  expect(view(notebook)).toEqual(before)
  expect(notebook.redo()).toBe(null)
  expect((await notebook.check()).foreignKeys).toEqual([])
})

test('A member whose organisation is in the trash belongs to nobody until it is back', async () => {
  const { notebook, has } = await furnished()
  throwAway(notebook, 'actor', has.union)
  expect(listActors(notebook.reader())).toMatchObject([{ name: 'Minister', memberOfId: null }])
  bringBack(notebook, 'actor', has.union)
  expect(listActors(notebook.reader())[0]).toMatchObject({ name: 'Minister', memberOfId: has.union })
})

test('A topic that comes back beside a namesake made meanwhile is kept beside it', async () => {
  const { notebook, has } = await furnished()
  throwAway(notebook, 'topic', has.fish)
  notebook.mutate('topic.add', (db) => createTopic(db, { parentId: null, name: 'Fish' }))
  bringBack(notebook, 'topic', has.fish)
  const named = listTopics(notebook.reader()).filter((topic) => topic.name === 'Fish')
  expect(named.map((topic) => topic.quoteCount).sort()).toEqual([0, 1])
})
