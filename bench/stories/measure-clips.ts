import { v7 as uuidv7 } from 'uuid'
import { insertArticle } from '../../electron/backend/store/articles.ts'
import type { Writable } from '../../electron/backend/store/connection.ts'
import { insertRevision } from '../../electron/backend/store/revisions.ts'
import { placeInStory } from '../../electron/backend/stories/place-in-story.ts'
import { timingOf } from '../measure.ts'
import { milliseconds, type Report } from '../result.ts'

/** Clips so many texts into the notebook without looking at the time. */
export function clipAll(db: Writable, texts: Iterable<readonly string[]>): void {
  for (const words of texts) {
    const { articleId, revisionId } = db.transaction(() => store(db, words))
    db.transaction(() => placeInStory(db, articleId, revisionId))
  }
}

/** What looking for copies adds to each of these clips: the wait, the time of the processor, and what memory grows by. */
export function measureClips(
  db: Writable,
  texts: readonly (readonly string[])[],
  where: string,
  report: Report,
): void {
  const times = { stored: [] as number[], compared: [] as number[], processor: [] as number[] }
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  let joined = 0
  for (const words of texts) {
    const begun = performance.now()
    const { articleId, revisionId } = db.transaction(() => store(db, words))
    const stored = performance.now()
    const processor = process.cpuUsage()
    if (db.transaction(() => placeInStory(db, articleId, revisionId)) !== null) joined += 1
    const { user, system } = process.cpuUsage(processor)
    times.stored.push(stored - begun)
    times.compared.push(performance.now() - stored)
    times.processor.push((user + system) / 1000)
    most = Math.max(most, process.memoryUsage().rss)
  }
  const wait = '“Clipped” is told'
  const processor = timingOf(times.processor)
  report({
    wait,
    what: `copies looked for in ${where} (${milliseconds(processor.p50)} ms of processor time, p95 ${milliseconds(processor.p95)})`,
    timing: timingOf(times.compared),
    yardstick: { name: 'the text stored', timing: timingOf(times.stored) },
  })
  report({ wait, what: `of ${texts.length} such clips, put with a story`, value: `${joined}` })
  report({
    wait,
    what: 'memory of the process beyond what it had before them, at most (MB)',
    value: `${Math.round((most - before) / 2 ** 20)}`,
  })
}

function store(db: Writable, words: readonly string[]): { articleId: string; revisionId: string } {
  const text = words.join(' ')
  const [articleId, revisionId] = [uuidv7(), uuidv7()]
  const facts = { outlet: null, byline: null, url: null, urlKey: null, publishedAt: null, modifiedAt: null }
  const article = {
    title: text.slice(0, 60),
    lang: 'en',
    wordCount: words.length,
    currentRevisionId: revisionId,
  }
  insertArticle(db, articleId, { ...article, ...facts, provenance: {} })
  insertRevision(db, {
    id: revisionId,
    articleId,
    originalKind: 'text',
    original: Buffer.from(text),
    document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    text,
    lang: 'en',
    wordCount: words.length,
    warnings: [],
  })
  return { articleId, revisionId }
}
