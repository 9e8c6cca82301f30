import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planImport } from '../../electron/backend/capture/importing/plan-import.ts'
import { runImport } from '../../electron/backend/capture/importing/run-import.ts'
import type { Session } from '../../electron/backend/router/session.ts'
import { loadDriver } from '../../electron/backend/store/driver.ts'
import { call, sessionSuite } from '../context.ts'
import { writeText, writeTitle } from '../generate/article-text.ts'
import { createRandom } from '../generate/random.ts'
import { createVocabulary } from '../generate/words.ts'
import { measure, timingOf } from '../measure.ts'

const pages = 300
const workers = 2

/** Clipping saved pages: from bytes to a stored, indexed article, beside FTS5 alone on the same texts. */
export const importing = sessionSuite('importing', async (session, { report }) => {
  const random = createRandom(7)
  const vocabulary = createVocabulary('en')
  const written = Array.from({ length: pages }, (_, index) => {
    const title = writeTitle(random, vocabulary)
    const text = writeText(random, vocabulary, { language: 'en', title, words: random.between(300, 900) })
    return { text: text.text, bytes: Buffer.from(text.html).toString('base64'), index }
  })
  const clip = ({ bytes, index }: (typeof written)[number]) =>
    call(session, 'capture', 'clipFile', { fileName: `page-${index}.html`, bytes, onDuplicate: 'separate' })
  const [warmUp, rest] = [written.slice(0, 20), written.slice(20)]
  for (const page of warmUp) await clip(page)
  const times: number[] = []
  for (const page of rest) {
    const begun = performance.now()
    await clip(page)
    times.push(performance.now() - begun)
  }
  const timing = timingOf(times)
  const rebuild = await rawRebuild(written.map(({ text }) => text))
  const perText = { p50: rebuild.p50 / pages, p95: rebuild.p95 / pages, runs: rebuild.runs }
  report({
    wait: 'clipping a saved page',
    what: '600 words of HTML: extracted, stored, indexed, on disk',
    timing,
    yardstick: { name: 'FTS5 `rebuild` of the same texts, a text', timing: perText },
  })
  report({
    wait: 'importing many pages',
    what: 'pages a second, one after the other',
    value: `${Math.round(1000 / (times.reduce((sum, time) => sum + time, 0) / times.length))}`,
  })
  const perPage = await importFolder(session, written)
  report({
    wait: 'importing a folder',
    what: `${pages} pages with ${workers} workers, a page`,
    timing: { p50: perPage, p95: perPage, runs: 1 },
    yardstick: { name: 'the same pages clipped one by one', timing },
  })
})

/** Milliseconds a page, of a folder with the same pages in other bytes and words, read from the disk. */
async function importFolder(session: Session, written: readonly { bytes: string }[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-bench-'))
  written.forEach(({ bytes }, index) => {
    const html = Buffer.from(bytes, 'base64').toString('utf8')
    writeFileSync(join(folder, `${index}.html`), html.replace('<p>', `<p>Of the folder, page ${index}. `))
  })
  const plan = await planImport([folder])
  try {
    const begun = performance.now()
    const { created } = await runImport(session.notebook, plan, { id: 'bench', workers })
    if (created !== written.length) throw new Error(`Only ${created} pages were imported.`)
    return (performance.now() - begun) / created
  } finally {
    await plan.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A plain FTS5 table over a plain table of the texts, built in one go. */
async function rawRebuild(texts: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-bench-'))
  const raw = new (loadDriver())(join(folder, 'bare.db'))
  try {
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.exec(`CREATE TABLE body (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
      CREATE VIRTUAL TABLE body_index USING fts5(text, content='body', content_rowid='id', prefix='2 3');`)
    const insert = raw.prepare('INSERT INTO body (text) VALUES (?)')
    raw.transaction(() => {
      for (const text of texts) insert.run(text)
    })()
    const rebuild = raw.prepare("INSERT INTO body_index (body_index) VALUES ('rebuild')")
    return await measure(() => rebuild.run(), { warmUp: 1, runs: 5 })
  } finally {
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
