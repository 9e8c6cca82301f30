import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDriver } from '../../electron/backend/store/driver.ts'
import { call, sessionSuite } from '../context.ts'
import { measure } from '../measure.ts'

/** Changes, each a transaction that is on disk when it answers. */
export const writing = sessionSuite('writing', async (session, { facts, report }) => {
  const { rows } = await call(session, 'article', 'list', { offset: 0, limit: 200 })
  const articles = await Promise.all(rows.map(({ id }) => call(session, 'article', 'get', { id })))
  const at = <Item>(items: readonly Item[], turn: number) => items[turn % items.length] as Item
  const yardstick = { name: 'one row inserted and committed', timing: await bareCommit() }
  const quoteIds: string[] = []
  const mark = async (turn: number) => {
    const revisionId = at(articles, turn).currentRevisionId
    const links = [{ topicId: at(facts.topicIds, turn), stance: 'supports' as const }]
    const { id } = await call(session, 'quote', 'create', { revisionId, start: 10, end: 90, links })
    quoteIds.push(id)
  }
  const document = (words: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  })
  const changes: Record<string, (turn: number) => unknown> = {
    'a quote marked, with a topic': mark,
    'that taken back': () => call(session, 'journal', 'undo', undefined),
    'that done again': () => call(session, 'journal', 'redo', undefined),
    'a speaker set': (turn) =>
      call(session, 'quote', 'update', { id: at(quoteIds, turn), speakerId: at(facts.actorIds, turn) }),
    'a speaker named, who is there already or is new': (turn) =>
      call(session, 'actor', 'ensure', { name: `Nobody ${turn >> 1}` }),
    'a stance changed': (turn) =>
      call(session, 'link', 'set', {
        quoteIds: [at(quoteIds, turn)],
        topicId: at(facts.topicIds, turn),
        stance: 'opposes',
      }),
    'a comment saved while typing': (turn) =>
      call(session, 'comment', 'save', {
        target: { quoteId: at(quoteIds, 0) },
        document: document(`A remark that grows ${'and grows '.repeat(turn)}`),
      }),
    'an article marked as done': (turn) =>
      call(session, 'article', 'setStatus', { ids: [at(articles, turn).id], status: 'done' }),
    'a hundred articles marked as read': (turn) =>
      call(session, 'article', 'setStatus', {
        ids: rows.slice(0, 100).map(({ id }) => id),
        status: turn % 2 === 0 ? 'inbox' : 'reading',
      }),
    'a title corrected': (turn) =>
      call(session, 'article', 'update', { id: at(articles, turn).id, title: `Corrected title ${turn}` }),
    'a quote thrown away': (turn) => call(session, 'quote', 'trash', { ids: [at(quoteIds, turn)] }),
    'an article thrown away': (turn) => call(session, 'article', 'trash', { ids: [at(articles, turn).id] }),
    'a topic renamed': (turn) =>
      call(session, 'topic', 'update', { id: at(facts.topicIds, 0), name: `Renamed ${turn}` }),
    'a topic moved': (turn) =>
      call(session, 'topic', 'move', {
        id: facts.topicIds.at(-1) ?? '',
        parentId: at(facts.topicIds.slice(0, 3), turn),
        afterId: null,
      }),
  }
  for (const [what, change] of Object.entries(changes)) {
    report({ wait: 'a change is made', what, timing: await measure(change, { runs: 30 }), yardstick })
  }
  const merge = await measure(
    () => call(session, 'actor', 'merge', { id: facts.actorIds[1] ?? '', intoId: facts.actorIds[0] ?? '' }),
    { warmUp: 0, runs: 1 },
  )
  report({ wait: 'a change is made', what: 'the two commonest speakers made one', timing: merge })
})

/** The engine's own price of one acknowledged change, with the settings of a notebook. */
async function bareCommit() {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-bench-'))
  const Database = loadDriver()
  const raw = new Database(join(folder, 'bare.db'))
  try {
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
    const insert = raw.prepare('INSERT INTO thing (text) VALUES (?)')
    return await measure(() => insert.run('x'.repeat(400)), { warmUp: 20, runs: 200 })
  } finally {
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
