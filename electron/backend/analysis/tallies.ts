import type { AnalysisFilter, By } from '#shared/domain/analysis.ts'
import { chooseStatements } from './choose-statements.ts'
import { redLine as redLineMark, strengthAt } from './columns.ts'
import { dayNumber } from './days.ts'
import type { PairNumbers } from './pair-numbers.ts'
import type { Statements } from './statements.ts'

/** Statements that stand no longer than this before the latest one decide together with it. */
const decidingDays = 30

/** Where things stand in a cell's stretch of a table. Each stance has a place of its own after `recent` and `before`. */
export const field = {
  utterances: 0,
  latest: 1,
  earlier: 2,
  red: 3,
  recent: 4,
  before: 8,
  recentOrder: 12,
  beforeOrder: 13,
  strengths: 14,
}
/** A power of two, so that a cell lies in one line of the processor's cache. */
const fieldsACell = 16

/** What was said in each cell up to a day, counted. */
export interface Tallies {
  cells: PairNumbers
  /** Of all cells one after the other; a cell in which nothing was said has no utterances. */
  counts: Int32Array
  /** Where a cell's fields begin. */
  startOf(cell: number): number
}

/** Counts what `positionsAsOf` tells; which utterances count, and which of them decide, is told there. */
export function tallyUpTo(statements: Statements, asOf: string, by: By, filter: AnalysisFilter): Tallies {
  const { stance, day, words, marks, ownCell, partyCell } = statements.columns
  const [cell, cells] = by === 'party' ? [partyCell, statements.partyCells] : [ownCell, statements.ownCells]
  const until = filter.until !== undefined && dayNumber(filter.until) < dayNumber(asOf) ? filter.until : asOf
  const { first, end, kept } = chooseStatements(statements, { ...filter, until })
  const counts = new Int32Array(cells.size() * fieldsACell)
  const seen = new Uint8Array(statements.words.size())
  // Backwards, so that the first of each cell, and of each utterance, is its latest.
  for (let at = end - 1; at >= first; at--) {
    if (kept[at] === 0) continue
    const said = words[at] ?? 0
    if (seen[said] === 1) continue
    seen[said] = 1
    const start = (cell[at] ?? 0) * fieldsACell
    const when = day[at] ?? 0
    if (counts[start] === 0) counts[start + 1] = when
    counts[start] = (counts[start] ?? 0) + 1
    if (((marks[at] ?? 0) & redLineMark) !== 0) counts[start + 3] = 1
    const taken = stance[at] ?? 0
    if (when >= (counts[start + 1] ?? 0) - decidingDays) {
      count(counts, start + field.recent + taken, start + field.recentOrder, taken)
      const strength = ((marks[at] ?? 0) >> strengthAt) & 3
      if (strength > 0 && strengthOf(counts, start, taken) === 0)
        counts[start + field.strengths] = (counts[start + field.strengths] ?? 0) | (strength << (2 * taken))
      continue
    }
    if (counts[start + field.beforeOrder] === 0) counts[start + 2] = when
    if (when >= (counts[start + 2] ?? 0) - decidingDays)
      count(counts, start + field.before + taken, start + field.beforeOrder, taken)
  }
  return { cells, counts, startOf: (cell) => cell * fieldsACell }
}

/**
 * How strongly the latest utterance of the deciding time says a stance that says so at all; 0 where none does.
 *
 * @param start where the cell's fields begin
 */
export function strengthOf(counts: Int32Array, start: number, stance: number): number {
  return ((counts[start + field.strengths] ?? 0) >> (2 * stance)) & 3
}

/** The order in which stances first came: three bits each, the first in the lowest, one more than the stance's place. */
function count(counts: Int32Array, place: number, order: number, stance: number): void {
  if (counts[place] === 0) {
    const known = counts[order] ?? 0
    counts[order] = known | ((stance + 1) << (known === 0 ? 0 : known < 8 ? 3 : known < 64 ? 6 : 9))
  }
  counts[place] = (counts[place] ?? 0) + 1
}

/**
 * The most frequent stance, of equally frequent ones the one that came first in `order`; neutral only where there is no other.
 *
 * @param first the place of the first stance's count
 */
export function decidingStance(counts: Int32Array, first: number, order: number, neutral: number): number {
  let best = neutral
  let most = 0
  for (let rest = order; rest > 0; rest >>= 3) {
    const stance = (rest & 7) - 1
    const times = counts[first + stance] ?? 0
    if (stance === neutral || times <= most) continue
    best = stance
    most = times
  }
  return best
}
