import type { z } from 'zod'
import type { TimelineBin, timelineRequestSchema } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { chooseStatements } from './choose-statements.ts'
import { undated } from './columns.ts'
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
  const { day, stance, utterance, words } = columns
  const row = columns[rows]
  const { first, end, kept } = chooseStatements(statements, filter)
  const isCounted = rows === 'topic' ? firstOfWords(statements) : firstOfRow(utterance)
  const bins = pairNumbers()
  let numbers = new Int32Array(1024 * numbersABin)
  let [lastDay, start] = [undated, 0]
  for (let at = first; at < end; at++) {
    const said = day[at] ?? undated
    if (said === undated || kept[at] === 0) continue
    const of = row[at] ?? 0
    if (!isCounted(rows === 'topic' ? (words[at] ?? 0) : at, of)) continue
    if (said !== lastDay) [lastDay, start] = [said, startOf(said, unit)]
    const place = bins.numberOf(start, of) * numbersABin
    if (place >= numbers.length) {
      const more = new Int32Array(numbers.length * 2)
      more.set(numbers)
      numbers = more
    }
    numbers[place] = of
    numbers[place + 1] = start
    const count = place + 2 + (stance[at] ?? 0)
    numbers[count] = (numbers[count] ?? 0) + 1
  }
  const { texts } = rows === 'topic' ? names.topics : names.actors
  return { rows: texts, numbers: numbers.slice(0, bins.size() * numbersABin) }
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
function firstOfRow(utterance: Int32Array): (at: number, row: number) => boolean {
  let [low, high] = [0, 0]
  for (let at = 0; at < utterance.length; at++) {
    const said = utterance[at] ?? 0
    if (said < low) low = said
    if (said > high) high = said
  }
  const rowOf = new Int32Array(high - low + 1)
  const others = new Set<string>()
  return (at, row) => {
    const said = utterance[at] ?? 0
    const known = rowOf[said - low] ?? 0
    if (known === 0) {
      rowOf[said - low] = row + 1
      return true
    }
    const key = `${said} ${row}`
    if (known === row + 1 || others.has(key)) return false
    others.add(key)
    return true
  }
}
