import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import type { Readable } from '../../store/connection.ts'
import { chooseStatements } from '../choose-statements.ts'
import { quoteIds } from '../statement-rows.ts'
import type { Statements } from '../statements.ts'

/**
 * The latest quotes behind each of several places, at most `most` a place, in one walk over the statements.
 *
 * @param placeOf the place a statement belongs to; undefined where it belongs to none
 */
export function latestQuotes(
  db: Readable,
  statements: Statements,
  filter: AnalysisFilter,
  most: number,
  placeOf: (at: number) => string | undefined,
): (place: string) => string[] {
  const { first, end, kept } = chooseStatements(statements, filter)
  const { quote } = statements.columns
  const found = new Map<string, number[]>()
  for (let at = end - 1; at >= first; at--) {
    if (kept[at] !== 1) continue
    const place = placeOf(at)
    if (place === undefined) continue
    const own = found.get(place) ?? []
    const row = quote[at] ?? 0
    if (own.length < most && !own.includes(row)) own.push(row)
    found.set(place, own)
  }
  const ids = quoteIds(db, [...found.values()].flat())
  return (place) => (found.get(place) ?? []).flatMap((row) => ids.get(row) ?? [])
}
