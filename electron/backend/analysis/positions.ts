import type { AnalysisFilter, By, Position, StanceCounts } from '#shared/domain/analysis.ts'
import { type Stance, stances } from '#shared/domain/link.ts'
import { chooseStatements } from './choose-statements.ts'
import { undated } from './columns.ts'
import { dateOf, lastDayNumber } from './days.ts'
import type { Statements } from './statements.ts'
import { decidingStance, field, strengthOf, type Tallies, tallyUpTo } from './tallies.ts'

/** How near to support a stance is. */
export const leaning: Record<Stance, number> = { supports: 1, conditional: 0.5, neutral: 0, opposes: -1 }
const leanings = stances.map((stance) => leaning[stance])
const neutral = stances.indexOf('neutral')

/**
 * Where everybody stands as of a day.
 *
 * What counts: each utterance once a topic, however many articles and coders have it, with the stance of its latest coding. The
 * latest utterance up to the day and those of the 30 days before it decide: the most frequent stance among them, of equally
 * frequent ones the one said last. Neutral words decide only where nothing else was said. `conflict` tells that the deciding
 * ones take more than one stance, neutral aside. The strength is that of the latest deciding one of that stance that has any. The trend compares with the same rule applied to what was said before them.
 */
export function positionsAsOf(
  statements: Statements,
  asOf: string,
  by: By,
  filter: AnalysisFilter = {},
): Position[] {
  return unpackPositions(packPositions(statements, asOf, by, filter))
}

/** Positions in whole numbers, to be handed to another thread at no cost. */
export interface PackedPositions {
  /** The day as of which, from 1970-01-01. */
  today: number
  actors: readonly string[]
  topics: readonly string[]
  /** Ten a position: actor, topic, stance, `flags`, utterances, latest day, and how many deciding ones by stance. */
  numbers: Int32Array
}

const numbersAPosition = 10
/** Two bits for the trend stand above these, and two for the strength above those. */
const flags = { conflict: 1, redLine: 2, trend: 2, strength: 4 }
const trends = ['new', 'steady', 'towards', 'away'] as const

/** The positions of `positionsAsOf`. */
export function packPositions(
  statements: Statements,
  asOf: string,
  by: By,
  filter: AnalysisFilter,
): PackedPositions {
  const tallies = tallyUpTo(statements, asOf, by, filter)
  const { cells, counts } = tallies
  const numbers = new Int32Array(cells.size() * numbersAPosition)
  let to = 0
  for (let cell = 0; cell < cells.size(); cell++) {
    const start = tallies.startOf(cell)
    if (counts[start] === 0) continue
    const stance = stanceIn(tallies, cell)
    const trend = trendIn(tallies, start, stance)
    numbers[to] = cells.firstOf(cell)
    numbers[to + 1] = cells.secondOf(cell)
    numbers[to + 2] = stance
    numbers[to + 3] =
      (isConflict(counts, start + field.recent) ? flags.conflict : 0) |
      (counts[start + field.red] === 1 ? flags.redLine : 0) |
      (trends.indexOf(trend) << flags.trend) |
      (strengthOf(counts, start, stance) << flags.strength)
    numbers[to + 4] = counts[start + field.utterances] ?? 0
    numbers[to + 5] = counts[start + field.latest] ?? undated
    for (let at = 0; at < stances.length; at++) numbers[to + 6 + at] = counts[start + field.recent + at] ?? 0
    to += numbersAPosition
  }
  return {
    today: lastDayNumber(asOf),
    actors: statements.names.actors.texts,
    topics: statements.names.topics.texts,
    numbers: numbers.slice(0, to),
  }
}

export function unpackPositions({ today, actors, topics, numbers }: PackedPositions): Position[] {
  const dates = new Map<number, string>()
  const dateOfDay = (day: number) => {
    const known = dates.get(day) ?? dateOf(day)
    dates.set(day, known)
    return known
  }
  const positions: Position[] = []
  for (let at = 0; at < numbers.length; at += numbersAPosition) {
    const marks = numbers[at + 3] ?? 0
    const latest = numbers[at + 5] ?? undated
    positions.push({
      actorId: actors[numbers[at] ?? 0] ?? '',
      topicId: topics[numbers[at + 1] ?? 0] ?? '',
      stance: stances[numbers[at + 2] ?? 0] ?? 'neutral',
      conflict: (marks & flags.conflict) !== 0,
      trend: trends[(marks >> flags.trend) & 3] ?? 'new',
      redLine: (marks & flags.redLine) !== 0,
      strength: (marks >> flags.strength) & 3 || null,
      recent: stanceCounts(numbers, at + 6),
      utterances: numbers[at + 4] ?? 0,
      latest: latest === undated ? null : dateOfDay(latest),
      age: latest === undated ? null : today - latest,
    })
  }
  return positions
}

/** Counts by stance that stand in a row from `first`. */
export function stanceCounts(numbers: Int32Array, first: number): StanceCounts {
  return {
    supports: numbers[first + place.supports] ?? 0,
    opposes: numbers[first + place.opposes] ?? 0,
    conditional: numbers[first + place.conditional] ?? 0,
    neutral: numbers[first + place.neutral] ?? 0,
  }
}

const place = Object.fromEntries(stances.map((stance, at) => [stance, at])) as Record<Stance, number>

function isConflict(counts: Int32Array, first: number): boolean {
  let sides = 0
  for (let at = 0; at < stances.length; at++) if (at !== neutral && (counts[first + at] ?? 0) > 0) sides++
  return sides > 1
}

/** The deciding stance of a cell, as a place in `stances`. */
export function stanceIn({ counts, startOf }: Tallies, cell: number): number {
  const start = startOf(cell)
  return decidingStance(counts, start + field.recent, counts[start + field.recentOrder] ?? 0, neutral)
}

function trendIn({ counts }: Tallies, start: number, stance: number): Position['trend'] {
  const order = counts[start + field.beforeOrder] ?? 0
  if (order === 0) return 'new'
  const before = decidingStance(counts, start + field.before, order, neutral)
  const change = (leanings[stance] ?? 0) - (leanings[before] ?? 0)
  return change > 0 ? 'towards' : change < 0 ? 'away' : 'steady'
}

/** The quotes behind a position by rowid, the latest first: every source of every utterance. */
export function evidenceOf(
  statements: Statements,
  wanted: { actorId: string; topicId: string },
  by: By,
  filter: AnalysisFilter,
): number[] {
  const { columns, names } = statements
  const owner = by === 'party' ? columns.party : columns.actor
  const actor = names.actors.find(wanted.actorId)
  const topic = names.topics.find(wanted.topicId)
  const { first, end, kept } = chooseStatements(statements, filter)
  const quotes = new Set<number>()
  for (let at = end - 1; at >= first; at--)
    if (owner[at] === actor && columns.topic[at] === topic && kept[at] === 1)
      quotes.add(columns.quote[at] ?? 0)
  return [...quotes]
}
