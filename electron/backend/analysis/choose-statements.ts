import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import { dayNumber, lastDayNumber } from './days.ts'
import type { Statements } from './statements.ts'

/** The stretch of the statements between the days, and which of it the rest of the filter keeps. */
export interface Choice {
  first: number
  /** One past the last. */
  end: number
  keeps(index: number): boolean
}

export function chooseStatements(statements: Statements, filter: AnalysisFilter): Choice {
  const { day, count } = statements
  const first = filter.from === undefined ? 0 : firstFrom(day, count, dayNumber(filter.from))
  const end = filter.until === undefined ? count : firstFrom(day, count, lastDayNumber(filter.until) + 1)
  const tests = (
    [
      [statements.outlet, statements.outlets, filter.outlets],
      [statements.lang, statements.langs, filter.langs],
      [statements.coder, statements.coders, filter.coderIds],
      [statements.topic, statements.topics, filter.topicIds],
    ] as const
  ).flatMap(([column, texts, wanted]) => {
    if (wanted === undefined) return []
    const set = new Set<string>(wanted)
    return [{ column, allowed: Uint8Array.from(texts, (text) => Number(set.has(text))) }]
  })
  return {
    first,
    end,
    keeps:
      tests.length === 0
        ? () => true
        : (index) => tests.every(({ column, allowed }) => allowed[column[index] ?? 0] === 1),
  }
}

/** The first place whose day is not before `wanted`. */
function firstFrom(day: Int32Array, count: number, wanted: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((day[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
