/**
 * Whether copies of a report are told from what only looks like one, over thresholds; and what it costs to look for them at
 * each clip in a large notebook, against storing the clip, in the same run. It is a part of the wait for “Clipped”.
 *
 *   npm run bench:stories                        100,000 articles
 *   npm run bench:stories -- --articles 10000
 */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { insertArticle } from '../electron/backend/store/articles.ts'
import { openScratch, type Writable } from '../electron/backend/store/connection.ts'
import { migrate } from '../electron/backend/store/migrations/index.ts'
import { insertRevision } from '../electron/backend/store/revisions.ts'
import { placeInStory } from '../electron/backend/stories/place-in-story.ts'
import { isSameStory, type Resemblance, resemblanceOf, storyLine } from '../shared/stories/is-same-story.ts'
import { digest, labelledGroups } from '../shared/stories/labelled-texts.fixture.ts'
import { shapeOf } from '../shared/stories/shingles.ts'
import { timingOf } from './measure.ts'

const { values } = parseArgs({ options: { articles: { type: 'string', default: '100000' } } })
const wordsInText = 500
const vocabularySize = 30_000

console.table(verdicts())
const path = join(tmpdir(), `stories-${process.pid}.db`)
const db = openScratch(path)
try {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;')
  migrate(db)
  console.table(costs(db, Number(values.articles)))
} finally {
  db.close()
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}

/** Precision and recall over the labelled texts of the repository. */
function verdicts(): object[] {
  const pairs: Array<{ same: boolean; alike: Resemblance }> = []
  const shape = (text: readonly string[]) => shapeOf(text.join('\n'))
  for (const { wire, same, other } of labelledGroups) {
    const add = (isSame: boolean, text: readonly string[]) =>
      pairs.push({ same: isSame, alike: resemblanceOf(shape(wire), shape(text)) })
    for (const { text } of same) add(true, text)
    for (const { text } of other) add(false, text)
    add(false, digest)
  }
  const copies = pairs.filter(({ same }) => same).length
  return [0.2, 0.3, 0.4, 0.5, 0.6].flatMap((sameFrom) =>
    [0.6, 0.7, 0.8, 0.9].map((cutFrom) => {
      const joined = pairs.filter(({ alike }) => isSameStory(alike, { ...storyLine, sameFrom, cutFrom }))
      const right = joined.filter(({ same }) => same).length
      const precision = (right / joined.length).toFixed(3)
      return { jaccard: sameFrom, containment: cutFrom, precision, recall: (right / copies).toFixed(3) }
    }),
  )
}

/** Fills a notebook with texts, one in ten a copy of an earlier one, and times the last thousand clips. */
function costs(db: Writable, articles: number): object {
  let seed = 7
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * limit)
  }
  // Words as frequent as in a language: the tenth is used a tenth as often as the first.
  const word = () => `w${Math.floor(vocabularySize ** (below(1_000_000) / 1_000_000))}`
  const fresh = () => Array.from({ length: wordsInText }, word)
  const notice = fresh().slice(0, 40)
  const earlier: string[][] = []
  const times = { stored: [] as number[], compared: [] as number[] }
  for (let index = 0; index < articles; index += 1) {
    const source = index % 10 === 9 ? earlier[below(earlier.length)] : undefined
    const words = source === undefined ? [...fresh(), ...notice] : [...source.slice(below(100)), word()]
    if (source === undefined && earlier.length < 5000) earlier.push(words)
    const text = words.join(' ')
    const begun = performance.now()
    const place = db.transaction(() => store(db, text, words.length))
    const stored = performance.now()
    db.transaction(() => placeInStory(db, place.articleId, place.revisionId))
    if (index >= articles - 1000) {
      times.stored.push(stored - begun)
      times.compared.push(performance.now() - stored)
    }
    if (index % 10_000 === 9999) console.log(`${index + 1} articles …`)
  }
  const bytes = (table: string) =>
    db.get<{ n: number }>('SELECT sum(pgsize) AS n FROM dbstat WHERE name = ?', table)?.n ?? 0
  const inStories = db.get<{ n: number }>('SELECT count(story_id) AS n FROM article')?.n ?? 0
  return {
    'looking for copies, ms': rounded(timingOf(times.compared)),
    'yardstick: storing the text, ms': rounded(timingOf(times.stored)),
    'articles in stories': { p50: inStories },
    'bytes of fingerprints an article': {
      p50: Math.round((bytes('fingerprint') + bytes('fingerprint_band')) / articles),
    },
  }
}

function store(db: Writable, text: string, wordCount: number): { articleId: string; revisionId: string } {
  const [articleId, revisionId] = [uuidv7(), uuidv7()]
  const facts = { outlet: null, byline: null, url: null, urlKey: null, publishedAt: null, modifiedAt: null }
  const article = { title: text.slice(0, 60), lang: 'en', wordCount, currentRevisionId: revisionId }
  insertArticle(db, articleId, { ...article, ...facts, provenance: {} })
  insertRevision(db, {
    id: revisionId,
    articleId,
    originalKind: 'text',
    original: Buffer.from(text),
    document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    text,
    lang: 'en',
    wordCount,
    warnings: [],
  })
  return { articleId, revisionId }
}

function rounded({ p50, p95 }: { p50: number; p95: number }): object {
  return { p50: Number(p50.toFixed(2)), p95: Number(p95.toFixed(2)) }
}
