import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseArticleDocument } from '#shared/document/parse-document.ts'
import { textMap } from '#shared/document/plain-text.ts'
import { checkNotebook } from '../electron/backend/checking/check-notebook.ts'
import { openReadable } from '../electron/backend/store/connection.ts'
import { notebookCounts } from '../electron/backend/store/notebook-info.ts'
import type { FilledFacts } from './generate/fill-notebook.ts'
import { notebookOfSize } from './notebook-of-size.ts'
import { isFigure } from './result.ts'
import { runBenches } from './run.ts'
import { writeDocs } from './write-docs.ts'

const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-bench-test-'))
const size = { articles: 50, quotesPerArticle: 3 }
let generated: { path: string; facts: FilledFacts }

beforeAll(async () => {
  generated = await notebookOfSize(size, folder)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('A generated notebook is sound in every way that can be checked, its search index word for word', async () => {
  const db = openReadable(generated.path)
  expect(await checkNotebook(db)).toMatchObject({
    report: { ok: true, searchIndex: [], evidence: [], database: [] },
  })
  const counts = notebookCounts(db)
  expect(counts.articles).toBeGreaterThan(45)
  expect(counts.quotes).toBeGreaterThan(550)
  expect(db.all('SELECT lang FROM article GROUP BY lang').length).toBeGreaterThan(3)
  for (const table of ['coder', 'round', 'utterance', 'rejection', 'translation', 'membership', 'step'])
    expect(db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n, table).toBeGreaterThan(0)
  db.close()
})

test('The plain text that was generated is that of the document beside it', () => {
  const db = openReadable(generated.path)
  const revisions = db.all<{ document: string; text: string }>('SELECT document, text FROM revision LIMIT 20')
  for (const { document, text } of revisions) {
    expect(textMap(parseArticleDocument(JSON.parse(document))).text).toBe(text)
  }
  db.close()
})

test('Every bench of the backend runs on a small notebook, and leaves it as it was', async () => {
  const before = readFileSync(generated.path)
  const only = ['opening', 'library', 'reading', 'search', 'writing', 'keeping']
  const lines = await runBenches({ ...size, only }, () => {}, folder)
  expect(lines.length).toBeGreaterThan(80)
  for (const line of lines)
    if (!isFigure(line)) expect(line.timing.p95).toBeGreaterThanOrEqual(line.timing.p50)
  expect(readFileSync(generated.path).equals(before)).toBe(true)
}, 240_000)

test('A table takes the place of the one of its size, and leaves others alone', () => {
  const path = join(folder, 'benchmarks.md')
  const line = (what: string) => [{ wait: 'a wait', what, timing: { p50: 1.234, p95: 250.4, runs: 3 } }]
  writeDocs(100, 'run 100', line('first'), path)
  writeDocs(10, 'run 10', line('small'), path)
  appendFileSync(path, '\n## Starting\n\nwhat was there stays\n')
  writeDocs(100, 'run 100', line('second'), path)
  const text = readFileSync(path, 'utf8')
  expect(text.match(/^## .*$/gm)).toEqual(['## 10 articles', '## 100 articles', '## Starting'])
  expect(text).toContain('what was there stays')
  expect(text).toContain('| a wait | second | 1.23 | 250 |')
  expect(text).not.toContain('first')
})
