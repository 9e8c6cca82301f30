import type { AnalysisFilter, Shift } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import type { Readable } from '../store/connection.ts'
import { chooseStatements } from './choose-statements.ts'
import { undated } from './columns.ts'
import { dateOf, dayNumber } from './days.ts'
import { quoteIds } from './statement-rows.ts'
import type { Statements } from './statements.ts'

/** Two places in the statements that do not go together. */
export interface Turn {
  kind: Shift['kind']
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
 * @param filter its `from` is the first day on which a turn may happen; what was said before may be older
 * @param limit how many of them at most; those that happened last
 */
export function findTurns(
  statements: Statements,
  { from, ...filter }: AnalysisFilter,
  limit: number,
): Turn[] {
  const { actor, party, stance, day, utterance, ownCell, partyCell } = statements.columns
  const { first, end, kept } = chooseStatements(statements, filter)
  const since = from === undefined ? undated : dayNumber(from)
  // Places and one, so that 0 is nothing said yet.
  const lastOfActor = new Int32Array(statements.ownCells.size())
  const lastSupporting = new Int32Array(statements.partyCells.size())
  const lastOpposing = new Int32Array(statements.partyCells.size())
  const turns: Turn[] = []
  const note = (kind: Turn['kind'], before: number, after: number) => {
    if ((day[after] ?? undated) < since) return
    turns.push({ kind, before, after })
    // Only the latest are wanted: the older half is let go of from time to time.
    if (turns.length >= limit * 2) turns.splice(0, limit)
  }
  for (let at = first; at < end; at++) {
    const taken = stance[at] ?? neutral
    if (kept[at] === 0 || taken === neutral || day[at] === undated) continue
    const own = ownCell[at] ?? 0
    const before = (lastOfActor[own] ?? 0) - 1
    // Two codings of one utterance are a disagreement of coders, no shift.
    if (before >= 0 && stance[before] !== taken && utterance[before] !== utterance[at])
      note('shift', before, at)
    lastOfActor[own] = at + 1
    if ((taken !== supports && taken !== opposes) || party[at] === actor[at]) continue
    const shared = partyCell[at] ?? 0
    const other = ((taken === supports ? lastOpposing : lastSupporting)[shared] ?? 0) - 1
    if (
      other >= 0 &&
      actor[other] !== actor[at] &&
      (day[at] ?? 0) - (day[other] ?? 0) <= togetherDays &&
      utterance[other] !== utterance[at]
    )
      note('contradiction', other, at)
    ;(taken === supports ? lastSupporting : lastOpposing)[shared] = at + 1
  }
  return turns.slice(-limit).reverse()
}

/** The turns as they are told, with their quotes. */
export function describeTurns(db: Readable, { columns, names }: Statements, turns: readonly Turn[]): Shift[] {
  const ids = quoteIds(
    db,
    turns.flatMap(({ before, after }) => [columns.quote[before] ?? 0, columns.quote[after] ?? 0]),
  )
  const side = (at: number): Shift['before'] => ({
    actorId: names.actors.texts[columns.actor[at] ?? 0] ?? '',
    stance: stances[columns.stance[at] ?? 3] ?? 'neutral',
    day: dateOf(columns.day[at] ?? 0),
    quoteId: ids.get(columns.quote[at] ?? 0) ?? '',
  })
  return turns.map(({ kind, before, after }) => ({
    kind,
    topicId: names.topics.texts[columns.topic[after] ?? 0] ?? '',
    actorId: names.actors.texts[(kind === 'shift' ? columns.actor : columns.party)[after] ?? 0] ?? '',
    before: side(before),
    after: side(after),
  }))
}
