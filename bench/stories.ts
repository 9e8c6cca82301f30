/**
 * Whether copies of a report are told from what only looks like one, over thresholds; and what it costs to look for them at
 * each clip in a large notebook, against storing the clip, in the same run. It is a part of the wait for “Clipped”.
 *
 *   npm run bench:stories                          100,000 articles, made of invented texts
 *   npm run bench:stories -- --articles 10000
 *   npm run bench:stories -- --notebook FILE       a copy of a notebook that is there, made of it first
 *   npm run bench:stories -- --write               puts the table into docs/benchmarks.md
 */
import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openScratch } from '../electron/backend/store/connection.ts'
import { migrate } from '../electron/backend/store/migrations/index.ts'
import type { Report } from './result.ts'
import { inventedTexts } from './stories/invented-texts.ts'
import { findAll, textsLikeThose } from './stories/known-texts.ts'
import { clipAll, measureClips } from './stories/measure-clips.ts'
import { verdicts } from './stories/verdicts.ts'
import { printedLine } from './table.ts'
import { writeSection } from './write-docs.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    notebook: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const measuredClips = 1000

console.table(verdicts())
const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-stories-'))
const path = join(folder, 'stories.memoire')
const lines: Parameters<Report>[0][] = []
const report: Report = (line) => {
  lines.push(line)
  console.log(printedLine(line))
}
try {
  if (values.notebook !== undefined) copyFileSync(values.notebook, path, constants.COPYFILE_FICLONE)
  const db = openScratch(path)
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;')
    migrate(db)
    const text = inventedTexts()
    let articles = Number(values.articles)
    if (values.notebook === undefined) {
      clipAll(db, invented(text, articles))
      const last = Array.from({ length: measuredClips }, (_, index) => text(articles + index))
      measureClips(db, last, `${articles} articles of invented words`, report)
    } else {
      findAll(db, report)
      articles = db.get<{ n: number }>('SELECT count(*) AS n FROM article')?.n ?? 0
      const likeThose = textsLikeThose(db, measuredClips, text)
      measureClips(db, likeThose, `${articles} articles of the bench notebook`, report)
    }
    const bytes = db.get<{ n: number }>(
      "SELECT sum(pgsize) AS n FROM dbstat WHERE name IN ('fingerprint', 'fingerprint_band')",
    )
    report({
      wait: '',
      what: 'bytes of fingerprints an article',
      value: `${Math.round((bytes?.n ?? 0) / articles)}`,
    })
    if (values.write)
      writeSection(
        `Copies among ${articles} articles${values.notebook === undefined ? '' : ' of the bench notebook'}`,
        'npm run bench:stories',
        'One clip in ten is a copy of an article that is there, cut at its head. The processor time is the better figure on a busy machine, as this one was.',
        lines,
      )
  } finally {
    db.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function* invented(text: (index: number) => string[], count: number): Iterable<string[]> {
  for (let index = 0; index < count; index += 1) {
    yield text(index)
    if (index % 10_000 === 9999) console.log(`${index + 1} articles …`)
  }
}
