/**
 * How long each view of the analysis waits, as a window asks it: through the worker that keeps the statements in memory, with
 * the answer handed over. Beside it the nearest aggregate of the same rows in SQL, in the same run.
 *
 *   npm run bench:analysis                      100,000 articles, 1,000,000 quotes, 500 topics, 1,000 actors
 *   npm run bench:analysis -- --quotes 100000   fewer
 *   npm run bench:analysis -- --write           puts the table into docs/benchmarks.md
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { codedNotebook } from './analysis/coded-notebook.ts'
import { measureViews } from './analysis/measure-views.ts'
import { milliseconds, type Report } from './result.ts'
import { printedLine } from './table.ts'
import { writeSection } from './write-docs.ts'

const { values } = parseArgs({
  options: { quotes: { type: 'string', default: '1000000' }, write: { type: 'boolean', default: false } },
})
const quotes = Number(values.quotes)
const size = { articles: Math.ceil(quotes / 10), quotes, topics: 500, actors: 1000 }
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-analysis-'))
try {
  const path = join(folder, 'coded.memoire')
  const begun = performance.now()
  codedNotebook(path, size)
  console.log(
    `${quotes} quotes in ${size.articles} articles, made in ${milliseconds(performance.now() - begun)} ms`,
  )
  const lines: Parameters<Report>[0][] = []
  await measureViews(path, (line) => {
    lines.push(line)
    console.log(printedLine(line))
  })
  if (values.write)
    writeSection(
      `Analysis of ${quotes} quotes`,
      'npm run bench:analysis',
      `${size.articles} articles, ${size.topics} topics, ${size.actors} actors in 25 parties, each on some seventy topics; a tenth of the quotes copies of an utterance, a twentieth coded by two. Each answer is asked through the worker and handed over, as a window has it; none is remembered from before. On a busy machine the processor time, of both threads together, says more than the wait.`,
      lines,
    )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
