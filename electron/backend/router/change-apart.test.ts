import { expect, onTestFinished, test } from 'vitest'
import type { ChangeEvent } from '#shared/domain/journal.ts'
import type { TaskProgress } from '#shared/domain/task.ts'
import { verifyIndex } from '../search/verify-index.ts'
import { createActor } from '../store/actors.ts'
import { checkDerivedColumns } from '../store/check-derived.ts'
import { setLinks } from '../store/links.ts'
import { addArticle, addQuote, newNotebookPath, thrownBy } from '../store/notebook.fixture.ts'
import { createTopic } from '../store/topics.ts'
import { rowsMadeApart } from './change-apart.ts'
import { callProcedure } from './index.ts'
import { openSession, type Session } from './session.ts'

const many = rowsMadeApart + 10
const taskId = '0191d3c4-0000-7000-8000-000000000001'

interface Filled {
  session: Session
  actors: [id: string, intoId: string]
  topics: [id: string, intoId: string]
  quoteIds: string[]
}

/** Two speakers and two topics, the first of each with as many quotes as a change apart needs. */
async function filled(): Promise<Filled> {
  const session = await openSession(newNotebookPath(), { program: 'test' })
  onTestFinished(() => session.close())
  const made = session.notebook.mutate('fill', (db) => {
    const person = (name: string) => createActor(db, { name, kind: 'person' })
    const topic = (name: string) => createTopic(db, { name, parentId: null })
    const actors: [string, string] = [person('Ada Brook'), person('A. Brook')]
    const topics: [string, string] = [topic('Flow'), topic('Flow figures')]
    const place = addArticle(db)
    const quoteIds = Array.from({ length: many }, () => addQuote(db, place, { speakerId: actors[0] }))
    setLinks(db, quoteIds, topics[0], 'supports')
    // Linked to both: one of the two links has to give way.
    setLinks(db, quoteIds.slice(0, 5), topics[1], 'opposes')
    return { actors, topics, quoteIds }
  })
  return { session, ...made }
}

function rowsOf({ notebook }: Session): unknown[] {
  return ['actor', 'topic', 'quote', 'link'].map((table) =>
    notebook
      .reader()
      .all<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`)
      .map(({ updated_at: _, ...row }) => row),
  )
}

const merge = (
  { session }: Filled,
  subject: 'actor' | 'topic',
  [id, intoId]: [string, string],
  key?: string,
) => callProcedure(session, subject, 'merge', { id, intoId, taskId }, undefined, key)

test.for(['actor', 'topic'] as const)(
  'Two of the commonest (%s) are made one apart, in one step that is taken back and done again whole',
  async (subject) => {
    const book = await filled()
    const { session } = book
    const events: ChangeEvent[] = []
    session.notebook.onChange((event) => events.push(event))
    const before = rowsOf(session)
    const told: TaskProgress[] = []
    const watched = (async () => {
      for await (const progress of session.tasks.watch(taskId, undefined)) told.push(progress)
    })()
    await merge(book, subject, book[`${subject}s`])
    await watched
    const merged = rowsOf(session)
    expect(merged).not.toEqual(before)
    expect(told.map(({ step }) => step)).toContain('changing')
    expect(events).toHaveLength(1)
    expect(events[0]?.operation?.label).toBe(`${subject}.merge`)
    expect(events[0]?.entities[subject === 'actor' ? 'quote' : 'link']).toHaveLength(many)
    await callProcedure(session, 'journal', 'undo', undefined)
    expect(rowsOf(session)).toEqual(before)
    await callProcedure(session, 'journal', 'redo', undefined)
    expect(rowsOf(session)).toEqual(merged)
    await callProcedure(session, 'journal', 'undo', undefined)
    expect(rowsOf(session)).toEqual(before)
    expect([checkDerivedColumns(session.notebook.reader()), verifyIndex(session.notebook.reader())]).toEqual([
      [],
      [],
    ])
  },
)

test('Reads go on while a change is made apart, and other changes come after it in their order', async () => {
  const book = await filled()
  const { session } = book
  let isMerged = false
  const merging = merge(book, 'actor', book.actors).then(() => {
    isMerged = true
  })
  const reads: boolean[] = []
  const patch = { id: book.quoteIds[0], saidOn: '2026-01-05' }
  const changing = callProcedure(session, 'quote', 'update', patch)
  while (!isMerged) {
    await callProcedure(session, 'actor', 'list', undefined)
    reads.push(isMerged)
    await new Promise((resume) => setTimeout(resume, 5))
  }
  await merging
  expect(reads.filter((after) => !after).length).toBeGreaterThan(2)
  await changing
  const labels = session.notebook.reader().all<{ label: string }>('SELECT label FROM operation ORDER BY seq')
  expect(labels.map(({ label }) => label)).toEqual(['fill', 'actor.merge', 'quote.update'])
  const row = session.notebook
    .reader()
    .get('SELECT speaker_id, said_on FROM quote WHERE id = ?', book.quoteIds[0] ?? '')
  expect(row).toEqual({ speaker_id: book.actors[1], said_on: '2026-01-05' })
})

test('A change apart that is cancelled leaves nothing of itself, and the next one is made', async () => {
  const book = await filled()
  const { session } = book
  const before = rowsOf(session)
  const merging = thrownBy(() => merge(book, 'actor', book.actors))
  for await (const { share } of session.tasks.watch(taskId, undefined))
    if (share > 0) session.tasks.cancel(taskId)
  expect((await merging).code).toBe('cancelled')
  expect(rowsOf(session)).toEqual(before)
  await merge(book, 'actor', book.actors)
  expect(rowsOf(session)).not.toEqual(before)
})

test('A change apart that is asked for again is made once, and one that is refused says why', async () => {
  const book = await filled()
  const key = 'a-key-of-one-merge-01'
  await merge(book, 'actor', book.actors, key)
  const merged = rowsOf(book.session)
  await merge(book, 'actor', book.actors, key)
  expect(rowsOf(book.session)).toEqual(merged)
  const [topic] = book.topics
  expect((await thrownBy(() => merge(book, 'topic', [topic, topic]))).code).toBe('merge-same')
})
