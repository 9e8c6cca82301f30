import { expect, onTestFinished, test } from 'vitest'
import { createActor } from '../store/actors.ts'
import { setLinks } from '../store/links.ts'
import { addArticle, addQuote, opened } from '../store/notebook.fixture.ts'
import type { Notebook } from '../store/open-notebook.ts'
import { createTopic } from '../store/topics.ts'
import { createAnalyst } from './analyst.ts'

function say(notebook: Notebook, name: string): void {
  notebook.mutate('say', (db) => {
    const speakerId = createActor(db, { name, kind: 'party' })
    const topicId = createTopic(db, { parentId: null, name: `What ${name} wants` })
    const quote = addQuote(db, addArticle(db), { speakerId, saidOn: '2026-01-05' })
    setLinks(db, [quote], topicId, 'supports', { redLine: true })
  })
}

async function analysed() {
  const notebook = await opened()
  const analyst = createAnalyst(notebook)
  onTestFinished(() => analyst.close())
  return { notebook, analyst }
}

const request = { by: 'party', asOf: '2026-02-04' } as const
const timeline = { unit: 'month', rows: 'party' } as const

test('What is asked is answered by another thread as by this one, and sees every change made before', async () => {
  const { notebook, analyst } = await analysed()
  expect((await analyst.ask('matrix', request)).cells).toEqual([])
  say(notebook, 'Union')
  expect(await analyst.ask('matrix', request)).toEqual({
    ...request,
    cells: [
      {
        actorId: expect.any(String),
        topicId: expect.any(String),
        stance: 'supports',
        conflict: false,
        trend: 'new',
        redLine: true,
        strength: null,
        recent: { supports: 1, opposes: 0, conditional: 0, neutral: 0 },
        utterances: 1,
        latest: '2026-01-05',
        age: 30,
      },
    ],
  })
  say(notebook, 'League')
  const [first, second] = await Promise.all([
    analyst.ask('timeline', timeline),
    analyst.ask('shifts', { limit: 5 }),
  ])
  expect(first.map(({ start, utterances }) => [start, utterances])).toEqual([
    ['2026-01-01', 1],
    ['2026-01-01', 1],
  ])
  expect(second).toEqual([])
  notebook.undo()
  expect(await analyst.ask('timeline', timeline)).toHaveLength(1)
})

test('Who does not want to wait any more is told at once, and the others are answered', async () => {
  const { notebook, analyst } = await analysed()
  say(notebook, 'Union')
  const controller = new AbortController()
  const given = analyst.ask('matrix', request, controller.signal)
  const next = analyst.ask('timeline', timeline)
  controller.abort()
  await expect(given).rejects.toMatchObject({ code: 'cancelled' })
  expect(await next).toHaveLength(1)
})

test('A notebook that another program writes to is read again once it has changed', async () => {
  const writing = await opened()
  say(writing, 'Union')
  const reading = await opened(writing.path, { readOnly: true })
  const analyst = createAnalyst(reading)
  onTestFinished(() => analyst.close())
  expect((await analyst.ask('matrix', request)).cells).toHaveLength(1)
  say(writing, 'League')
  expect((await analyst.ask('matrix', request)).cells).toHaveLength(2)
})

test('A restore is seen, whatever was kept of the notebook before', async () => {
  const { notebook, analyst } = await analysed()
  say(notebook, 'Union')
  const backup = await notebook.backup('asked')
  say(notebook, 'League')
  expect((await analyst.ask('matrix', request)).cells).toHaveLength(2)
  await notebook.restore(backup.name)
  expect((await analyst.ask('matrix', request)).cells).toHaveLength(1)
})

test('What is under way when it is closed is rejected', async () => {
  const { analyst } = await analysed()
  const given = analyst.ask('matrix', request)
  await Promise.all([expect(given).rejects.toMatchObject({ code: 'cancelled' }), analyst.close()])
})
