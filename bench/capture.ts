/**
 * How well articles are cut out of web pages, and how long the user waits for it, against Readability on two parsers and
 * Defuddle, on the same pages in the same run.
 *
 *   npm run bench:capture -- --data FOLDER [--data FOLDER]     folders of labelled pages, see capture/labelled-pages.ts
 *   CAPTURE_DATA=FOLDER npm run bench:capture                  several folders with a colon (Windows: semicolon) between
 *   npm run bench:capture -- --data FOLDER --only aide-memoire
 */
import { delimiter } from 'node:path'
import { parseArgs } from 'node:util'
import { type LabelledPage, readLabelledPages } from './capture/labelled-pages.ts'
import { type BodyScore, meanScore, scoreBody } from './capture/score-body.ts'
import { type FactScores, factNames, scoreFacts } from './capture/score-facts.ts'
import { type Extract, extractors } from './capture/yardsticks.ts'
import { timingOf } from './measure.ts'

const { values } = parseArgs({
  options: { data: { type: 'string', multiple: true }, only: { type: 'string' } },
})
const folders = values.data ?? process.env['CAPTURE_DATA']?.split(delimiter).filter(Boolean) ?? []
if (folders.length === 0) {
  console.log(
    'Nothing was measured: labelled pages are other people’s articles and do not come with this repository. Name a folder of them with --data.',
  )
}
for (const folder of folders) {
  const pages = readLabelledPages(folder)
  const table: { [name: string]: object } = {}
  for (const [name, extract] of Object.entries(extractors)) {
    if (values.only === undefined || values.only === name) table[name] = await measure(pages, extract)
  }
  console.log(`${pages.length} pages from ${folder}`)
  console.table(table)
}

async function measure(pages: readonly LabelledPage[], extract: Extract): Promise<object> {
  const bodies: BodyScore[] = []
  const facts: FactScores[] = []
  const waits: number[] = []
  // What is compiled on the first pages would count as theirs.
  for (const page of pages.slice(0, 10)) await extract(page).catch(() => undefined)
  let failed = 0
  for (const page of pages) {
    const before = process.cpuUsage()
    const answer: Awaited<ReturnType<Extract>> = await extract(page).catch(() => {
      failed++
      return { text: '' }
    })
    const { user, system } = process.cpuUsage(before)
    waits.push((user + system) / 1000)
    bodies.push(scoreBody(page.articleBody, answer.text))
    facts.push(scoreFacts(page, answer))
  }
  const { f1, precision, recall } = meanScore(bodies)
  // Processor time, so that other work on the machine does not count.
  const timing = timingOf(waits)
  const shares = factNames.map((name) => [name, shareRight(facts.flatMap((fact) => fact[name] ?? []))])
  return {
    f1: fixed(f1),
    precision: fixed(precision),
    recall: fixed(recall),
    ...Object.fromEntries(shares.filter(([, share]) => share !== undefined)),
    'ms p50': Math.round(timing.p50),
    'ms p95': Math.round(timing.p95),
    failed,
  }
}

function fixed(value: number): number {
  return Math.round(value * 1000) / 1000
}

function shareRight(verdicts: readonly boolean[]): number | undefined {
  return verdicts.length === 0 ? undefined : fixed(verdicts.filter(Boolean).length / verdicts.length)
}
