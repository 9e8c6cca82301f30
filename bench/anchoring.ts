/**
 * Whether quotes are found again in texts that were edited, and how many a second, against exact search in the same run.
 * It stands for the wait when an article is clipped again and all of its quotes have to be found in the new text.
 *
 *   npm run bench:anchoring                      speed only, on a made-up text
 *   npm run bench:anchoring -- --data FOLDER     labelled passages too, see anchoring/labelled-passages.ts
 *   ANCHORING_DATA=FOLDER npm run bench:anchoring
 */
import { parseArgs } from 'node:util'
import { findAnchor } from '../shared/anchoring/find-anchor.ts'
import { randomly } from '../shared/anchoring/random.fixture.ts'
import { describeRange, type Selectors, type TextRange } from '../shared/anchoring/selectors.ts'
import { indexText, type TextIndex } from '../shared/anchoring/text-index.ts'
import { type LabelledPassage, readLabelledPassages } from './anchoring/labelled-passages.ts'
import { timingOf } from './measure.ts'

type Find = (index: TextIndex, selectors: Selectors) => TextRange | undefined

const finders: { readonly [name: string]: Find } = { 'aide-memoire': ours, 'exact search': exactSearch }

const { values } = parseArgs({ options: { data: { type: 'string' } } })
const folder = values.data ?? process.env['ANCHORING_DATA']
if (folder === undefined) {
  console.log(
    'Speed only: labelled passages do not come with this repository. Name a folder of them with --data.',
  )
} else {
  const passages = readLabelledPassages(folder)
  for (const [name, find] of Object.entries(finders)) {
    console.log(`${name}, ${passages.length} passages from ${folder}`)
    console.table(verdicts(passages, find))
  }
}
console.table(Object.fromEntries(Object.entries(finders).map(([name, find]) => [name, speeds(find)])))

function ours(index: TextIndex, selectors: Selectors): TextRange | undefined {
  const anchor = findAnchor(index, selectors)
  return 'lost' in anchor ? undefined : anchor
}

/** The quote with its context, else the occurrence of the quote that is nearest to its old place. */
function exactSearch(
  { text }: TextIndex,
  { prefix, exact, suffix, start }: Selectors,
): TextRange | undefined {
  const whole = text.indexOf(prefix + exact + suffix)
  if (whole !== -1) return { start: whole + prefix.length, end: whole + prefix.length + exact.length }
  let nearest = -1
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    if (nearest === -1 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at
  }
  return nearest === -1 ? undefined : { start: nearest, end: nearest + exact.length }
}

/** Right: four fifths of both spans together are common, or lost what was deleted. In per cent, by language and by kind. */
function verdicts(passages: readonly LabelledPassage[], find: Find): object {
  const table: { [row: string]: { cases: number; right: number; wrong: number; lost: number } } = {}
  let index = indexText('')
  for (const passage of passages) {
    if (index.text !== passage.later) index = indexText(passage.later)
    const verdict = judge(passage.gold, find(index, passage))
    for (const row of ['all', passage.lang, passage.kind]) {
      table[row] ??= { cases: 0, right: 0, wrong: 0, lost: 0 }
      table[row].cases++
      table[row][verdict]++
    }
  }
  const share = (part: number, cases: number) => Math.round((1000 * part) / cases) / 10
  return Object.fromEntries(
    Object.entries(table).map(([row, { cases, right, wrong, lost }]) => [
      row,
      { cases, 'right %': share(right, cases), 'wrong %': share(wrong, cases), 'lost %': share(lost, cases) },
    ]),
  )
}

function judge(gold: LabelledPassage['gold'], found: TextRange | undefined): 'right' | 'wrong' | 'lost' {
  if (found === undefined) return gold === null ? 'right' : 'lost'
  if (gold === null) return 'wrong'
  const common = Math.min(gold[1], found.end) - Math.max(gold[0], found.start)
  const together = Math.max(gold[1], found.end) - Math.min(gold[0], found.start)
  return common >= 0.8 * together ? 'right' : 'wrong'
}

/** Of quotes in a made-up article of 8,000 words: exact ones a second, and how long an edited one takes. Processor time. */
function speeds(find: Find): object {
  const random = randomly(7)
  const words = Array.from({ length: 3000 }, () => madeUpWord(random))
  const sentences = Array.from(
    { length: 600 },
    () => `${Array.from({ length: 8 + random.below(10) }, () => random.pick(words)).join(' ')}.`,
  )
  const text = sentences.join(' ')
  const quotes = sentences.map((sentence) => {
    const start = text.indexOf(sentence)
    return describeRange(text, start, start + sentence.length)
  })
  const moved = indexText(`${sentences.slice(0, 3).toReversed().join(' ')} ${text}`)
  const edited = indexText(
    sentences
      .map((sentence) => sentence.replace(/(\S+ \S+) (\S+) (.*) (\S+)$/, `${random.pick(words)} $1 $3`))
      .join(' '),
  )
  const exact = waits(quotes, (quote) => find(moved, quote))
  const approximate = timingOf(waits(quotes, (quote) => find(edited, quote)))
  return {
    'exact quotes/s': Math.round(1000 / mean(exact)),
    'edited ms p50': rounded(approximate.p50),
    'edited ms p95': rounded(approximate.p95),
    'edited found': quotes.filter((quote) => find(edited, quote) !== undefined).length / quotes.length,
  }
}

function madeUpWord(random: ReturnType<typeof randomly>): string {
  const syllables = ['ra', 'мо', 'ні', 'lu', 'schä', 'tré', 'o', 'ки', 'ver', 'ti', 'ung', 'las']
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(syllables)).join('')
}

/** Milliseconds of each, the first fifth left out as warm-up; exact quotes are timed in lots, as one takes too little. */
function waits(quotes: readonly Selectors[], find: (quote: Selectors) => unknown): number[] {
  const measured: number[] = []
  for (const quote of quotes) {
    const rounds = 20
    const before = process.cpuUsage()
    for (let round = 0; round < rounds; round++) find(quote)
    const { user, system } = process.cpuUsage(before)
    measured.push((user + system) / 1000 / rounds)
  }
  return measured.slice(Math.floor(measured.length / 5))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function rounded(value: number): number {
  return Math.round(100 * value) / 100
}
