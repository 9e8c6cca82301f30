import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { call } from '../../electron/backend/cli/call.ts'
import { openSession, type Session } from '../../electron/backend/router/session.ts'

const words = 'water share dam flow treaty delegate Договір про воду річка débit frontière Grenze'.split(' ')

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A closed notebook of a few hundred pages with rows of every kind, some of them in the trash. */
export async function makeNotebook(path: string, { articles = 25, seed = 1 } = {}): Promise<void> {
  const choice = randomly(seed)
  const sentence = (length: number) => Array.from({ length }, () => choice.pick(words)).join(' ')
  const session = await openSession(path, { program: 'test', create: true })
  try {
    const topics: string[] = []
    for (const path of [['Water', 'Flow'], ['Water', 'Dams'], ['Borders']])
      topics.push((await call(session, 'topic', 'ensurePath', { path })).id)
    const quotes: string[] = []
    for (let n = 0; n < articles; n++) {
      const paragraphs = Array.from({ length: 1 + choice.below(60) }, () => sentence(40))
      const text = `Article ${n}\n\n${paragraphs.join('\n\n')}`
      const { revisionId } = await call(session, 'capture', 'clipText', { text })
      for (let q = 0; q < choice.below(9); q++) {
        const start = choice.below(200)
        const links = [{ topicId: choice.pick(topics), stance: 'supports' as const }]
        const { id } = await call(session, 'quote', 'create', { revisionId, start, end: start + 25, links })
        const speaker = await call(session, 'actor', 'ensure', { name: `Speaker ${choice.below(12)}` })
        await call(session, 'quote', 'update', { id, speakerId: speaker.id, saidOn: '2026-03' })
        await call(session, 'comment', 'saveMarkdown', { target: { quoteId: id }, markdown: sentence(12) })
        quotes.push(id)
        if (q === 5) await call(session, 'quote', 'trash', { ids: [id] })
      }
    }
    await codeSome(session, quotes, topics)
  } finally {
    await session.close()
  }
}

/** A second opinion, a round, the same words twice, and whatever else hangs on quotes, topics and actors. */
async function codeSome(session: Session, quotes: string[], topics: string[]): Promise<void> {
  const live = quotes.filter((_, at) => at % 3 === 0)
  const { rows } = await call(session, 'quote', 'list', { limit: 500 })
  const [one = '', other = '', third = ''] = rows.map(({ id }) => id).filter((id) => live.includes(id))
  const [topicId = '', conditionTopicId = ''] = topics
  const { id: coderId } = await call(session, 'coder', 'ensure', { name: 'Ira' })
  const conditionActorId = (await call(session, 'actor', 'ensure', { name: 'Union' })).id
  const actorId = (await call(session, 'actor', 'ensure', { name: 'Speaker 1' })).id
  await call(session, 'link', 'set', {
    quoteIds: [one, other],
    topicId,
    stance: 'conditional',
    coderId,
    condition: 'if the dam opens',
    conditionTopicId,
    conditionActorId,
    redLine: true,
  })
  await call(session, 'utterance', 'confirm', { quoteIds: [one, other] })
  await call(session, 'utterance', 'reject', { quoteIds: [one, third] })
  await call(session, 'translation', 'save', { quoteId: one, lang: 'uk', text: 'Слова про воду.' })
  await call(session, 'actor', 'saveMembership', { actorId, memberOfId: conditionActorId, fromOn: '2026-01' })
  await call(session, 'topic', 'saveStep', { topicId, status: 'agreed', since: '2026-02', note: '' })
  const round = await call(session, 'round', 'create', {
    name: 'First round',
    participantIds: [actorId],
    agendaIds: topics,
  })
  await call(session, 'round', 'assign', { roundId: round.id, quoteIds: [one] })
  const text =
    '<opml version="2.0"><body><outline text="River" xmlUrl="https://river.example/feed"/></body></opml>'
  await call(session, 'feed', 'importOpml', { text })
  const [feed] = await call(session, 'feed', 'list', undefined)
  await call(session, 'feed', 'dismiss', { items: [{ feedId: feed?.id ?? '', key: 'old news' }] })
}
