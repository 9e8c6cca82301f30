import type { z } from 'zod'
import type { TimelineBin, timelineRequestSchema } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { chooseStatements } from './choose-statements.ts'
import { dateOf, startOf } from './days.ts'
import { type Statements, undated } from './statements.ts'

/** How much was said in each stretch of time, a row a topic, actor or party. An utterance counts once a row, on its first day. */
export function timelineBins(
  statements: Statements,
  { unit, rows, ...filter }: z.output<typeof timelineRequestSchema>,
): TimelineBin[] {
  const { day, stance, utterance, isShared } = statements
  const column = { topic: statements.topic, actor: statements.actor, party: statements.party }[rows]
  const names = rows === 'topic' ? statements.topics : statements.actors
  const { first, end, keeps } = chooseStatements(statements, filter)
  const bins = new Map<string, TimelineBin>()
  const seen = new Set<string>()
  const starts = new Map<number, number>()
  for (let at = first; at < end; at++) {
    const said = day[at] ?? undated
    if (said === undated || !keeps(at)) continue
    const row = column[at] ?? 0
    if (isShared[at] === 1) {
      const words = `${row} ${utterance[at]}`
      if (seen.has(words)) continue
      seen.add(words)
    }
    const start = starts.get(said) ?? startOf(said, unit)
    starts.set(said, start)
    const key = `${start} ${row}`
    let bin = bins.get(key)
    if (bin === undefined) {
      const none = { supports: 0, opposes: 0, conditional: 0, neutral: 0 }
      bin = { rowId: names[row] ?? '', start: dateOf(start), utterances: 0, stances: none }
      bins.set(key, bin)
    }
    bin.utterances += 1
    bin.stances[stances[stance[at] ?? 3] ?? 'neutral'] += 1
  }
  return [...bins.values()]
}
