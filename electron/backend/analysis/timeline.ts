import type { z } from 'zod'
import type { TimelineBin, timelineRequestSchema } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { chooseStatements } from './choose-statements.ts'
import { type Columns, undated } from './columns.ts'
import { dateOf, startOf } from './days.ts'
import { pairNumbers } from './pair-numbers.ts'
import { stanceCounts } from './positions.ts'
import type { Statements } from './statements.ts'

/** Bins in whole numbers, to be handed to another thread at no cost. */
export interface PackedBins {
  rows: readonly string[]
  /** Six a bin: its row, its first day, and how many utterances by stance. */
  numbers: Int32Array
}

const numbersABin = 2 + stances.length

/** How much was said in each stretch of time, a row a topic, actor or party. An utterance counts once a row, on its first day. */
export function timelineBins(
  statements: Statements,
  request: z.output<typeof timelineRequestSchema>,
): TimelineBin[] {
  return unpackBins(packBins(statements, request))
}

export function packBins(
  statements: Statements,
  { unit, rows, ...filter }: z.output<typeof timelineRequestSchema>,
): PackedBins {
  const { columns, names } = statements
  const { day, stance, words } = columns
  const row = columns[rows]
  const { first, end, kept } = chooseStatements(statements, filter)
  const isCounted = rows === 'topic' ? firstOfWords(statements) : firstOfRow(columns)
  const { texts } = rows === 'topic' ? names.topics : names.actors
  let numbers = new Int32Array(1024 * numbersABin)
  let count = 0
  // Days follow one another, so that each row has one bin at a time.
  const binOf = new Int32Array(texts.length)
  const stretchOf = new Int32Array(texts.length)
  let stretch = 0
  let [lastDay, start] = [undated, undated]
  for (let at = first; at < end; at++) {
    const said = day[at] ?? undated
    if (said === undated || kept[at] === 0) continue
    const of = row[at] ?? 0
    if (!isCounted(rows === 'topic' ? (words[at] ?? 0) : at, of)) continue
    if (said !== lastDay) {
      const next = startOf(said, unit)
      if (next !== start) stretch += 1
      lastDay = said
      start = next
    }
    if (stretchOf[of] !== stretch) {
      if ((count + 1) * numbersABin > numbers.length) numbers = doubled(numbers)
      numbers[count * numbersABin] = of
      numbers[count * numbersABin + 1] = start
      stretchOf[of] = stretch
      binOf[of] = count++
    }
    const place = (binOf[of] ?? 0) * numbersABin + 2 + (stance[at] ?? 0)
    numbers[place] = (numbers[place] ?? 0) + 1
  }
  return { rows: texts, numbers: numbers.slice(0, count * numbersABin) }
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2)
  more.set(numbers)
  return more
}

export function unpackBins({ rows, numbers }: PackedBins): TimelineBin[] {
  const dates = new Map<number, string>()
  const bins: TimelineBin[] = []
  for (let at = 0; at < numbers.length; at += numbersABin) {
    const first = numbers[at + 1] ?? 0
    const start = dates.get(first) ?? dateOf(first)
    dates.set(first, start)
    const counts = stanceCounts(numbers, at + 2)
    const utterances = counts.supports + counts.opposes + counts.conditional + counts.neutral
    bins.push({ rowId: rows[numbers[at] ?? 0] ?? '', start, utterances, stances: counts })
  }
  return bins
}

/** Whether the same words on the same topic come for the first time. */
function firstOfWords({ words }: Statements): (words: number) => boolean {
  const seen = new Uint8Array(words.size())
  return (said) => {
    if (seen[said] === 1) return false
    seen[said] = 1
    return true
  }
}

/** Whether an utterance comes for the first time in a row; nearly all of them are in one row alone. */
function firstOfRow(columns: Columns): (at: number, row: number) => boolean {
  const { utterance } = columns
  const isRepeated = repeatedIn(columns)
  const rowOf = new Map<number, number>()
  const others = pairNumbers()
  return (at, row) => {
    if (isRepeated[at] === 0) return true
    const said = utterance[at] ?? 0
    const known = rowOf.get(said)
    if (known === undefined) {
      rowOf.set(said, row)
      return true
    }
    if (known === row) return false
    const before = others.size()
    return others.numberOf(said, row) === before
  }
}

const repeated = new WeakMap<Columns, Uint8Array>()

/** By place, 1 where another statement is of the same utterance; looked for once. */
function repeatedIn(columns: Columns): Uint8Array {
  const found = repeated.get(columns)
  if (found !== undefined) return found
  const { utterance } = columns
  let [low, high] = [0, 0]
  for (let at = 0; at < utterance.length; at++) {
    const said = utterance[at] ?? 0
    if (said < low) low = said
    if (said > high) high = said
  }
  const times = new Uint8Array(high - low + 1)
  for (let at = 0; at < utterance.length; at++) {
    const said = (utterance[at] ?? 0) - low
    if ((times[said] ?? 0) < 2) times[said] = (times[said] ?? 0) + 1
  }
  const result = new Uint8Array(utterance.length)
  for (let at = 0; at < utterance.length; at++)
    if ((times[(utterance[at] ?? 0) - low] ?? 0) > 1) result[at] = 1
  repeated.set(columns, result)
  return result
}
