import type { TimelineBin } from '#shared/domain/analysis.ts'
import { type FrozenTimeline, frozenLimits } from '#shared/domain/frozen-view.ts'
import { AppError } from '#shared/util/app-error.ts'
import { listActors } from '../../store/actors.ts'
import { listRounds } from '../../store/rounds.ts'
import { chooseStatements } from '../choose-statements.ts'
import { undated } from '../columns.ts'
import { dateOf, dayNumber, lastDayNumber, startOf } from '../days.ts'
import { timelineBins } from '../timeline.ts'
import type { Freezing } from './freeze-view.ts'
import { latestQuotes } from './latest-quotes.ts'
import { lineOf } from './line-of.ts'

/** So many quotes stand behind one stretch of time, the latest. */
const quotesABin = 3

/** Who spoke when, lane by lane, in stretches so long that they fit beside each other. */
export function freezeTimeline(
  { db, statements, asked, filter, frozenAt, topics }: Freezing,
  rows: FrozenTimeline['rows'],
  lanesAtMost: number,
): FrozenTimeline {
  const { first, last } = daysOf({ statements, asked })
  const unit = unitFor(last - first)
  const bins = timelineBins(statements, { ...asked, rows, unit })
  const names = new Map((rows === 'topic' ? topics : listActors(db)).map(({ id, name }) => [id, name]))
  const all = Array.from(
    Map.groupBy(bins, ({ rowId }) => rowId),
    ([id, own]) => ({ id, name: lineOf(names.get(id) ?? ''), own, utterances: total(own) }),
  ).sort((a, b) => b.utterances - a.utterances || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  const lanes = all.slice(0, lanesAtMost)
  const shown = new Set(lanes.map(({ id }) => id))
  const column = statements.columns[rows]
  const { texts } = rows === 'topic' ? statements.names.topics : statements.names.actors
  const quotes = latestQuotes(db, statements, asked, quotesABin, (at) => {
    const id = texts[column[at] ?? 0] ?? ''
    const day = statements.columns.day[at] ?? undated
    return day === undated || !shown.has(id) ? undefined : `${id} ${dateOf(startOf(day, unit))}`
  })
  if (lanes.some(({ own }) => own.length > frozenLimits.bins))
    throw new AppError(
      'view-too-long',
      'The timeline has more years than fit into a dossier.',
      'Choose the days it is to be about.',
    )
  return {
    kind: 'timeline',
    frozenAt,
    filter,
    rows,
    unit,
    lanes: lanes.map(({ id, name, own }) => ({
      id,
      name,
      bins: own
        .map(({ start, stances }) => ({ start, stances, quoteIds: quotes(`${id} ${start}`) }))
        .sort((a, b) => (a.start < b.start ? -1 : 1)),
    })),
    rounds: listRounds(db)
      .flatMap(({ id, name, fromOn, untilOn }) =>
        fromOn !== null && dayNumber(fromOn) <= last && lastDayNumber(untilOn ?? fromOn) >= first
          ? [{ id, name: lineOf(name), fromOn, untilOn }]
          : [],
      )
      .slice(0, frozenLimits.rounds)
      .reverse(),
    left: all.length - lanes.length,
  }
}

function total(bins: readonly TimelineBin[]): number {
  return bins.reduce((sum, { utterances }) => sum + utterances, 0)
}

/** The first and the last day on which something was said; both the same where nothing was. */
function daysOf({ statements, asked }: Pick<Freezing, 'statements' | 'asked'>) {
  const { first, end, kept } = chooseStatements(statements, asked)
  const { day } = statements.columns
  const isShown = (at: number) => kept[at] === 1 && day[at] !== undated
  let [low, high] = [first, end - 1]
  while (low < end && !isShown(low)) low++
  while (high > low && !isShown(high)) high--
  return low < end ? { first: day[low] ?? 0, last: day[high] ?? 0 } : { first: 0, last: 0 }
}

function unitFor(days: number): FrozenTimeline['unit'] {
  if (days <= 31) return 'day'
  if (days <= 200) return 'week'
  return days <= 2000 ? 'month' : 'year'
}
