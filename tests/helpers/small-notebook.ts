import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { call } from '../../electron/backend/cli/call.ts'
import { openSession } from '../../electron/backend/router/session.ts'

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
        if (q === 5) await call(session, 'quote', 'trash', { ids: [id] })
      }
    }
  } finally {
    await session.close()
  }
}
