import type { AnalysisFilter, By, Position, StanceCounts } from '#shared/domain/analysis.ts'
import { type Stance, stances } from '#shared/domain/link.ts'
import { chooseStatements } from './choose-statements.ts'
import { dateOf, dayNumber, lastDayNumber } from './days.ts'
import { type Statements, undated } from './statements.ts'

/** Statements that stand no longer than this before the latest one decide together with it. */
const decidingDays = 30

/** How near to support a stance is. */
export const leaning: Record<Stance, number> = { supports: 1, conditional: 0.5, neutral: 0, opposes: -1 }

interface Cell {
  latest: number
  recent: [number, number, number, number]
  /** The latest day before the deciding time; null until there is one. */
  earlier: number | null
  before: [number, number, number, number]
  utterances: number
  redLine: boolean
}

/**
 * Where everybody stands as of a day.
 *
 * What counts: each utterance once a topic, however many articles and coders have it, with the stance of its latest coding. The
 * latest utterance up to the day and those of the 30 days before it decide: the most frequent stance among them, of equally
 * frequent ones the one said last. Neutral words decide only where nothing else was said. `conflict` tells that the deciding
 * ones take more than one stance, neutral aside. The trend compares with the same rule applied to what was said before them.
 */
export function positionsAsOf(
  statements: Statements,
  asOf: string,
  by: By,
  filter: AnalysisFilter = {},
): Position[] {
  const { topic, stance, day, utterance, isShared, redLine } = statements
  const owner = by === 'party' ? statements.party : statements.actor
  const { first, end, keeps } = chooseStatements(statements, {
    ...filter,
    until: earlierOf(asOf, filter.until),
  })
  const width = statements.topics.length
  const cells = new Map<number, Cell>()
  const seen = new Set<number>()
  // Backwards, so that the first of each cell is its latest.
  for (let at = end - 1; at >= first; at--) {
    if (!keeps(at)) continue
    const place = (owner[at] ?? 0) * width + (topic[at] ?? 0)
    if (isShared[at] === 1) {
      const words = (utterance[at] ?? 0) * width + (topic[at] ?? 0)
      if (seen.has(words)) continue
      seen.add(words)
    }
    const said = day[at] ?? undated
    let cell = cells.get(place)
    if (cell === undefined) {
      cell = {
        latest: said,
        recent: [0, 0, 0, 0],
        earlier: null,
        before: [0, 0, 0, 0],
        utterances: 0,
        redLine: false,
      }
      cells.set(place, cell)
    }
    note(cell, said, stance[at] ?? 0)
    if (redLine[at] === 1) cell.redLine = true
  }
  const today = lastDayNumber(asOf)
  return Array.from(cells, ([place, cell]) => ({
    actorId: statements.actors[Math.floor(place / width)] ?? '',
    topicId: statements.topics[place % width] ?? '',
    ...verdict(cell),
    redLine: cell.redLine,
    recent: countsOf(cell.recent),
    utterances: cell.utterances,
    latest: cell.latest === undated ? null : dateOf(cell.latest),
    age: cell.latest === undated ? null : today - cell.latest,
  }))
}

/** Of two ends of a time the earlier one. */
function earlierOf(asOf: string, until: string | undefined): string {
  return until !== undefined && dayNumber(until) < dayNumber(asOf) ? until : asOf
}

/** Counts of a stance are kept as whole numbers plus a trace that tells which was said last. */
const trace = 1e-6

function note(cell: Cell, said: number, stance: number): void {
  cell.utterances += 1
  if (said >= cell.latest - decidingDays) cell.recent[stance] = added(cell.recent[stance], cell.utterances)
  else {
    cell.earlier ??= said
    if (said >= cell.earlier - decidingDays) cell.before[stance] = added(cell.before[stance], cell.utterances)
  }
}

function added(count = 0, nth: number): number {
  return count === 0 ? 1 + trace / nth : count + 1
}

function verdict({ recent, before, earlier }: Cell): Pick<Position, 'stance' | 'conflict' | 'trend'> {
  const stance = deciding(recent)
  const conflict = stances.filter((one, at) => one !== 'neutral' && (recent[at] ?? 0) > 0).length > 1
  if (earlier === null) return { stance, conflict, trend: 'new' }
  const change = leaning[stance] - leaning[deciding(before)]
  return { stance, conflict, trend: change > 0 ? 'towards' : change < 0 ? 'away' : 'steady' }
}

function deciding(counts: readonly number[]): Stance {
  let best: Stance = 'neutral'
  let most = 0
  stances.forEach((stance, at) => {
    const count = counts[at] ?? 0
    if (stance === 'neutral' || count <= most) return
    best = stance
    most = count
  })
  return best
}

function countsOf(counts: readonly number[]): StanceCounts {
  return Object.fromEntries(
    stances.map((stance, at) => [stance, Math.floor(counts[at] ?? 0)]),
  ) as StanceCounts
}

/** The links behind a position, the latest first: every source of every utterance. */
export function evidenceOf(
  statements: Statements,
  wanted: { actorId: string; topicId: string },
  by: By,
  filter: AnalysisFilter,
): number[] {
  const owner = by === 'party' ? statements.party : statements.actor
  const actor = statements.actors.indexOf(wanted.actorId)
  const topic = statements.topics.indexOf(wanted.topicId)
  const { first, end, keeps } = chooseStatements(statements, filter)
  const links: number[] = []
  for (let at = end - 1; at >= first; at--)
    if (owner[at] === actor && statements.topic[at] === topic && keeps(at))
      links.push(statements.link[at] ?? 0)
  return links
}
