import type { AnalysisFilter } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import { chooseStatements } from './choose-statements.ts'
import { type Statements, undated } from './statements.ts'

/** Two places in the statements that do not go together. */
export interface Turn {
  kind: 'shift' | 'contradiction'
  /** Places in the statements, the earlier first. */
  before: number
  after: number
}

/** Words of two members of a party that are further apart than this are a shift of the party rather than a contradiction. */
const togetherDays = 30
const neutral = stances.indexOf('neutral')
const supports = stances.indexOf('supports')
const opposes = stances.indexOf('opposes')

/**
 * Where an actor takes another stance on a topic than the last time, and where a member of a party opposes what another
 * supported (or the other way round) within 30 days. Neutral words and words without a day turn nothing. The latest first.
 *
 * @param limit how many of them at most; those that happened last
 */
export function findTurns(statements: Statements, filter: AnalysisFilter, limit: number): Turn[] {
  const { topic, actor, party, stance, day } = statements
  const { first, end, keeps } = chooseStatements(statements, filter)
  const width = statements.topics.length
  const lastOfActor = new Map<number, number>()
  const lastOfParty = new Map<number, [supporting: number, opposing: number]>()
  const turns: Turn[] = []
  for (let at = first; at < end; at++) {
    const taken = stance[at] ?? neutral
    if (taken === neutral || day[at] === undated || !keeps(at)) continue
    const own = (actor[at] ?? 0) * width + (topic[at] ?? 0)
    const before = lastOfActor.get(own)
    if (before !== undefined && stance[before] !== taken && !isSameWords(statements, before, at))
      turns.push({ kind: 'shift', before, after: at })
    lastOfActor.set(own, at)
    if ((taken !== supports && taken !== opposes) || party[at] === actor[at]) continue
    const shared = (party[at] ?? 0) * width + (topic[at] ?? 0)
    const last = lastOfParty.get(shared) ?? [-1, -1]
    const other = taken === supports ? last[1] : last[0]
    if (
      other >= 0 &&
      actor[other] !== actor[at] &&
      (day[at] ?? 0) - (day[other] ?? 0) <= togetherDays &&
      !isSameWords(statements, other, at)
    )
      turns.push({ kind: 'contradiction', before: other, after: at })
    last[taken === supports ? 0 : 1] = at
    lastOfParty.set(shared, last)
  }
  return turns.slice(-limit).reverse()
}

/** Two codings of one utterance are a disagreement of coders, no shift. */
function isSameWords({ utterance }: Statements, one: number, other: number): boolean {
  return utterance[one] === utterance[other]
}
