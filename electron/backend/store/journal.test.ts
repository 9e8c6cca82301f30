import { afterEach, expect, test, vi } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { type ChangeEvent, entityKindSchema } from '#shared/domain/journal.ts'
import { listArticles, setArticleStatus, updateArticle } from './articles.ts'
import { checkDerivedColumns } from './check-derived.ts'
import { getComment, saveComment } from './comments.ts'
import type { Readable } from './connection.ts'
import { derivedColumns } from './derived-columns.ts'
import { journalState } from './journal.ts'
import { addArticle, addQuote, newNotebookPath, opened, passage, thrownBy } from './notebook.fixture.ts'
import type { Notebook } from './open-notebook.ts'
import { changes, isRefusal } from './random-changes.fixture.ts'
import { createTopic, listTopics, moveTopic } from './topics.ts'

type Row = Record<string, unknown>
type Dump = Map<string, Row>

afterEach(() => {
  vi.useRealTimers()
})

/** Every row that the user could get to see, by entity and id; when it was last changed is not part of what it is. */
function dump(db: Readable, includeUndone = false): Dump {
  const rows: Dump = new Map()
  for (const entity of entityKindSchema.options) {
    for (const row of db.all<Row>(`SELECT * FROM ${entity} ORDER BY id`)) {
      if (!includeUndone && row['deleted_at'] === row['created_at']) continue
      const kept = Object.entries(row).filter(([name]) => !derivedColumns[entity].includes(name))
      rows.set(`${entity} ${row['id']}`, { ...Object.fromEntries(kept), updated_at: '' })
    }
  }
  return rows
}

function differences(before: Dump, after: Dump): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)))
    .sort()
}

function keysOf(event: ChangeEvent | undefined): string[] {
  return Object.entries(event?.entities ?? {})
    .flatMap(([entity, ids]) => (ids ?? []).map((id) => `${entity} ${id}`))
    .sort()
}

function history(notebook: Notebook): number {
  return (
    notebook.reader().get<{ n: number }>('SELECT count(*) AS n FROM operation WHERE undone = 0')?.n ??
    Number.NaN
  )
}

for (const seed of [1, 2, 3]) {
  test(`Whatever was done, undo leads back through every state and redo forward again, also after a restart (seed ${seed})`, async () => {
    const choice = randomly(seed)
    const path = newNotebookPath()
    let notebook = await opened(path)
    let event: ChangeEvent | undefined
    const listen = () => {
      notebook.onChange((told) => {
        event = told
      })
    }
    listen()
    let states = [dump(notebook.reader())]
    let at = 0
    let refused = 0

    for (let step = 0; step < 300; step++) {
      const before = dump(notebook.reader(), true)
      const all = history(notebook)
      event = undefined
      const dice = choice.below(100)
      if (dice < 14) {
        const undone = notebook.undo()
        expect(undone === null).toBe(at === 0)
        at = Math.max(0, at - 1)
      } else if (dice < 24) {
        const redone = notebook.redo()
        expect(redone === null).toBe(at === states.length - 1)
        at = Math.min(states.length - 1, at + 1)
      } else if (dice < 26) {
        notebook.close()
        notebook = await opened(path)
        listen()
      } else {
        const [label, run] = choice.pick(changes)
        try {
          notebook.mutate(label, (db) => run(db, choice))
        } catch (error) {
          if (!isRefusal(error)) throw error
          refused += 1
          expect(event).toBe(undefined)
          expect(differences(before, dump(notebook.reader(), true))).toEqual([])
          continue
        }
        if (event !== undefined) {
          states = [...states.slice(0, at + 1), dump(notebook.reader())]
          at += 1
          expect(history(notebook)).toBe(at)
        } else expect(history(notebook)).toBe(all)
      }
      const after = dump(notebook.reader(), true)
      expect(differences(states[at] ?? new Map(), dump(notebook.reader()))).toEqual([])
      expect(keysOf(event)).toEqual(differences(before, after))
      expect(checkDerivedColumns(notebook.reader())).toEqual([])
    }

    expect(refused).toBeLessThan(150)
    expect(states.length).toBeGreaterThan(50)
    while (at < states.length - 1) {
      notebook.redo()
      at += 1
      expect(differences(states[at] ?? new Map(), dump(notebook.reader()))).toEqual([])
    }
    for (; at > 0; at--) {
      expect(differences(states[at] ?? new Map(), dump(notebook.reader()))).toEqual([])
      notebook.undo()
    }
    expect(dump(notebook.reader()).size).toBe(0)
    expect(notebook.undo()).toBe(null)
    for (; at < states.length - 1; at++) notebook.redo()
    expect(differences(states[at] ?? new Map(), dump(notebook.reader()))).toEqual([])
    expect(notebook.redo()).toBe(null)
    expect(await notebook.check()).toMatchObject({ database: [], foreignKeys: [], searchIndex: [] })
  })
}

test('A named change is taken back only while it is the latest, so that no other one is lost by mistake', async () => {
  const notebook = await opened()
  const article = notebook.mutate('article.add', (db) => addArticle(db))
  notebook.mutate('article.status', (db) => setArticleStatus(db, [article.articleId], 'done'))
  const named = journalState(notebook.reader()).undo?.id
  notebook.mutate('topic.create', (db) => createTopic(db, { name: 'Later', parentId: null }))
  expect(await thrownBy(() => notebook.undo(named))).toMatchObject({ code: 'changed-since' })
  expect(listTopics(notebook.reader())).toHaveLength(1)
  notebook.undo()
  expect(notebook.undo(named)?.id).toBe(named)
  expect(await thrownBy(() => notebook.undo(named))).toMatchObject({ code: 'changed-since' })
})

test('A new change after an undo makes redo impossible, for good', async () => {
  const notebook = await opened()
  const first = notebook.mutate('article.add', (db) => addArticle(db))
  notebook.mutate('article.status', (db) => setArticleStatus(db, [first.articleId], 'done'))
  notebook.undo()
  notebook.mutate('article.status', (db) => setArticleStatus(db, [first.articleId], 'reading'))
  expect(notebook.redo()).toBe(null)
  expect(journalState(notebook.reader()).redo).toBe(null)
  expect(listArticles(notebook.reader(), window()).rows[0]?.status).toBe('reading')
})

test('A change that fails leaves no row, no step to undo and no event, and a redo before it stays possible', async () => {
  const notebook = await opened()
  notebook.mutate('article.add', (db) => addArticle(db))
  notebook.undo()
  const told: ChangeEvent[] = []
  notebook.onChange((event) => told.push(event))
  const before = dump(notebook.reader(), true)
  const thrown = await thrownBy(() =>
    notebook.mutate('article.add', (db) => {
      addArticle(db)
      throw new Error('halfway')
    }),
  )
  expect(thrown.message).toBe('halfway')
  expect(dump(notebook.reader(), true)).toEqual(before)
  expect(history(notebook)).toBe(0)
  expect(told).toEqual([])
  expect(notebook.redo()?.label).toBe('article.add')
})

test('A change that changes nothing is no step to undo, and keeps a redo possible', async () => {
  const notebook = await opened()
  const { articleId } = notebook.mutate('article.add', (db) => addArticle(db))
  notebook.mutate('article.status', (db) => setArticleStatus(db, [articleId], 'done'))
  notebook.undo()
  const told: ChangeEvent[] = []
  notebook.onChange((event) => told.push(event))
  notebook.mutate('article.status', (db) => setArticleStatus(db, [articleId], 'inbox'))
  notebook.mutate('there and back', (db) => {
    setArticleStatus(db, [articleId], 'done')
    setArticleStatus(db, [articleId], 'inbox')
  })
  expect(told).toEqual([])
  expect(history(notebook)).toBe(1)
  expect(notebook.redo()?.label).toBe('article.status')
})

test('A change inside a change is refused, and so are undo, redo and maintenance', async () => {
  const notebook = await opened()
  for (const inner of [
    () => notebook.mutate('inner', (db) => addArticle(db)),
    () => notebook.undo(),
    () => notebook.redo(),
    () => notebook.maintain(() => {}),
  ]) {
    const thrown = await thrownBy(() =>
      notebook.mutate('outer', (db) => {
        addArticle(db)
        inner()
      }),
    )
    expect(thrown.message).toContain('inside another')
    expect(dump(notebook.reader(), true).size).toBe(0)
  }
  notebook.mutate('later', (db) => addArticle(db))
  expect(history(notebook)).toBe(1)
})

test('A change that waits for a promise is refused whole', async () => {
  const notebook = await opened()
  await thrownBy(() => notebook.mutate('article.add', async (db) => addArticle(db)))
  expect(dump(notebook.reader(), true).size).toBe(0)
  expect(history(notebook)).toBe(0)
})

test('A listener may make a change of its own: every listener hears both, in the order they happened', async () => {
  const notebook = await opened()
  const heard: Array<string | undefined> = []
  notebook.onChange((event) => {
    if (event.operation?.label === 'first') notebook.mutate('second', (db) => addArticle(db))
  })
  notebook.onChange((event) => heard.push(event.operation?.label))
  notebook.mutate('first', (db) => addArticle(db))
  expect(heard).toEqual(['first', 'second'])
  expect(history(notebook)).toBe(2)
})

test('A listener that fails does not make a stored change look failed, nor keep others from hearing of it', async () => {
  const notebook = await opened()
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => {})
  const heard: string[] = []
  notebook.onChange(() => {
    throw new Error('a window that is gone')
  })
  const stop = notebook.onChange(() => heard.push('heard'))
  notebook.mutate('article.add', (db) => addArticle(db))
  expect(heard).toEqual(['heard'])
  expect(silenced).toHaveBeenCalledOnce()
  stop()
  notebook.undo()
  expect(heard).toEqual(['heard'])
  silenced.mockRestore()
})

async function typing(): Promise<{
  notebook: Notebook
  quoteId: string
  type(text: string, key?: string): void
  text(): string | undefined
}> {
  const notebook = await opened()
  const quoteId = notebook.mutate('quote.add', (db) => addQuote(db, addArticle(db)))
  return {
    notebook,
    quoteId,
    type: (text, key = quoteId) =>
      void notebook.mutate(
        'comment.save',
        (db) => saveComment(db, { quoteId }, { document: { type: 'doc', text }, text }),
        { coalesceKey: `comment ${key}` },
      ),
    text: () => getComment(notebook.reader(), { quoteId })?.text,
  }
}

test('Typing is one step to undo and one to redo', async () => {
  const { notebook, type, text } = await typing()
  for (const written of ['A', 'A d', 'A dam', '', 'The dam']) type(written)
  expect(history(notebook)).toBe(2)
  notebook.undo()
  expect(text()).toBe(undefined)
  notebook.redo()
  expect(text()).toBe('The dam')
})

test('Typing that pauses for more than a minute, or goes on elsewhere, is a new step', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const { notebook, type, text } = await typing()
  type('A')
  vi.advanceTimersByTime(59_000)
  type('A dam')
  vi.advanceTimersByTime(61_000)
  type('A dam was built')
  type('A dam was built here', 'elsewhere')
  expect(history(notebook)).toBe(4)
  notebook.undo()
  expect(text()).toBe('A dam was built')
  notebook.undo()
  expect(text()).toBe('A dam')
  notebook.undo()
  expect(text()).toBe(undefined)
})

test('A clock that was set back does not glue new typing to old', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const { notebook, type, text } = await typing()
  type('before')
  vi.setSystemTime(Date.now() - 86_400_000)
  type('after')
  expect(history(notebook)).toBe(3)
  notebook.undo()
  expect(text()).toBe('before')
})

test('Steps are undone in the order they were made, whatever the clock said', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const notebook = await opened()
  for (const label of ['first', 'second', 'third']) {
    notebook.mutate(label, (db) => addArticle(db))
    vi.setSystemTime(Date.now() - 3_600_000)
  }
  expect([notebook.undo(), notebook.undo(), notebook.undo()].map((step) => step?.label)).toEqual([
    'third',
    'second',
    'first',
  ])
})

test('Typing after an undo does not join what was typed before it', async () => {
  const { notebook, quoteId, type, text } = await typing()
  type('one')
  notebook.mutate('other', (db) => addArticle(db))
  notebook.undo()
  type('two')
  expect(quoteId).toBeTruthy()
  notebook.undo()
  expect(text()).toBe('one')
})

test('What was typed survives a restart as one step', async () => {
  const path = newNotebookPath()
  const first = await opened(path)
  const { articleId } = first.mutate('article.add', (db) => addArticle(db))
  for (const title of ['Fl', 'Flow'])
    first.mutate('article.update', (db) => updateArticle(db, { id: articleId, title }), {
      coalesceKey: 'title',
    })
  first.close()
  const second = await opened(path)
  expect(second.undo()?.label).toBe('article.update')
  expect(listArticles(second.reader(), window()).rows[0]?.title).toBe('Talks on the river resume')
  second.close()
  const third = await opened(path)
  expect(third.redo()?.label).toBe('article.update')
  expect(listArticles(third.reader(), window()).rows[0]?.title).toBe('Flow')
})

test('Numbers come back from the journal to the last bit', async () => {
  const notebook = await opened()
  const ids = notebook.mutate('topic.add', (db) =>
    ['a', 'b', 'c'].map((name) => createTopic(db, { parentId: null, name })),
  )
  // Moving to and fro between the same two halves the gap again and again.
  const [a = '', b = '', c = ''] = ids
  for (let turn = 0; turn < 24; turn++)
    notebook.mutate('topic.move', (db) =>
      moveTopic(db, { id: turn % 2 === 0 ? c : b, parentId: null, afterId: a }),
    )
  const before = listTopics(notebook.reader())
  notebook.mutate('topic.move', (db) => moveTopic(db, { id: a, parentId: null, afterId: c }))
  notebook.undo()
  expect(listTopics(notebook.reader())).toEqual(before)
  for (let turn = 0; turn < 10; turn++) notebook.undo()
  for (let turn = 0; turn < 10; turn++) notebook.redo()
  expect(listTopics(notebook.reader())).toEqual(before)
})

test('Any text comes back from the journal as it was', async () => {
  const notebook = await opened()
  const title = 'Zero \u0000, quote " and \\, emoji 🏞, Ї, \u2028, \ufeff'
  const { articleId } = notebook.mutate('article.add', (db) => addArticle(db, { title }))
  notebook.mutate('article.update', (db) => updateArticle(db, { id: articleId, title: passage }))
  notebook.undo()
  expect(listArticles(notebook.reader(), window()).rows[0]?.title).toBe(title)
})

test('A full disk in the middle of a change is told, loses nothing, and the notebook works on', async () => {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.mutate('article.add', (db) => addArticle(db))
  const limit = (pages: number) => notebook.maintain((db) => void db.get(`PRAGMA max_page_count = ${pages}`))
  const { page_count: pages = 0 } =
    notebook.maintain((db) => db.get<{ page_count: number }>('PRAGMA page_count')) ?? {}
  const before = dump(notebook.reader(), true)
  const told: ChangeEvent[] = []
  limit(pages + 20)
  notebook.onChange((event) => told.push(event))
  const large = 'word '.repeat(4000)
  const fill = () =>
    notebook.mutate('article.add', (db) => {
      for (let index = 0; index < 200; index++) addArticle(db, { title: large })
    })
  expect((await thrownBy(fill)).code).toBe('disk-full')
  expect(dump(notebook.reader(), true)).toEqual(before)
  expect(history(notebook)).toBe(1)
  expect(told).toEqual([])
  notebook.undo()
  notebook.redo()
  limit(1_000_000)
  fill()
  expect(listArticles(notebook.reader(), window()).total).toBe(201)
  expect(await notebook.check()).toEqual({ database: [], foreignKeys: [], searchIndex: [], evidence: [] })
})

test('The history keeps its latest 5,000 steps', async () => {
  const path = newNotebookPath()
  const notebook = await opened(path)
  notebook.maintain((db) => {
    for (let seq = 1; seq <= 6000; seq++)
      db.run(
        "INSERT INTO operation (id, label, at) VALUES (?, 'old', '2026-01-01T00:00:00.000Z')",
        `id ${seq}`,
      )
  })
  notebook.close()
  const again = await opened(path)
  expect(history(again)).toBe(5000)
  expect(journalState(again.reader()).undo?.id).toBe('id 6000')
})

function window() {
  return { filter: {}, order: { by: 'clipped', descending: true }, offset: 0, limit: 100 } as const
}
