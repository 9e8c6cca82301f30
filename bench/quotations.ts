/**
 * Quotations and speakers found in labelled articles, against a plain baseline in the same run: every passage of three
 * words or more between double quotation marks, with no speaker.
 *
 *   npm run bench:quotations                      the small articles of this repository
 *   npm run bench:quotations -- --data FOLDER     labelled .jsonl files: {id, lang, text, quotations: [{start, end, kind, speaker}]}
 *   QUOTATIONS_DATA=FOLDER npm run bench:quotations
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findQuotations } from '../shared/quotations/find-quotations.ts'
import type { QuotationLanguage } from '../shared/quotations/quotation.ts'
import { markedArticles, readMarked } from '../tests/fixtures/quotations.ts'
import {
  addScores,
  emptyScore,
  type Guess,
  type Score,
  scoreArticle,
  type Truth,
} from './quotations/score.ts'

interface Article {
  id: string
  lang: QuotationLanguage
  text: string
  quotations: Truth[]
}

const { values } = parseArgs({ options: { data: { type: 'string' } } })
const folder = values.data ?? process.env['QUOTATIONS_DATA']
const articles = folder === undefined ? ownArticles() : readFolder(folder)
console.log(
  folder === undefined
    ? `${articles.length} articles of this repository, written for it: too few to say how good the finder is. Name a folder of labelled articles with --data.`
    : `${articles.length} labelled articles from ${folder}`,
)

const finder = measure((article) => findQuotations(article.text, article.lang))
const plain = measure((article) => betweenMarks(article.text))
console.table(Object.fromEntries([...rows('finder', finder), ...rows('plain marks', plain)]))

function measure(find: (article: Article) => Guess[]): { byLanguage: Map<string, Score>; speed: number } {
  const byLanguage = new Map<string, Score>()
  for (const article of articles) {
    const score = scoreArticle(article.text, article.quotations, find(article))
    for (const key of [article.lang, 'all'])
      byLanguage.set(key, addScores(byLanguage.get(key) ?? emptyScore, score))
  }
  // The pass above warmed the code up. Processor time, so that other work on the machine does not count.
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const passes = Math.max(3, Math.ceil(2_000_000 / bytes))
  const before = process.cpuUsage()
  for (let pass = 0; pass < passes; pass++) for (const article of articles) find(article)
  const used = process.cpuUsage(before)
  return { byLanguage, speed: (bytes * passes) / (used.user + used.system) }
}

function rows(name: string, { byLanguage, speed }: ReturnType<typeof measure>): [string, object][] {
  const ordered = [...byLanguage].sort(([a], [b]) => Number(a === 'all') - Number(b === 'all'))
  return ordered.map(([language, score]) => [
    `${name}, ${language}`,
    {
      quotations: score.truths,
      precision: percent(score.hits, score.guesses),
      recall: percent(score.hits, score.truths),
      F1: percent(2 * score.hits, score.truths + score.guesses),
      speakers: percent(score.named, score.known),
      'MB/s': language === 'all' ? speed.toFixed(1) : '',
    },
  ])
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

function betweenMarks(text: string): Guess[] {
  const found: Guess[] = []
  for (const match of text.matchAll(/["“”„«]([^"“”„«»]+)["”“»]/gu)) {
    const [, words = ''] = match
    if ((words.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0) < 3) continue
    found.push({ start: match.index + 1, end: match.index + 1 + words.length, kind: 'direct', speaker: null })
  }
  return found
}

function ownArticles(): Article[] {
  return markedArticles.map(readMarked).map((article) => ({
    ...article,
    quotations: article.quotations.map((quotation) => ({ ...quotation, kind: 'direct' })),
  }))
}

function readFolder(path: string): Article[] {
  if (!existsSync(path)) {
    console.error(`There is no folder ${path}.`)
    process.exit(2)
  }
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(path, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Article)
}
