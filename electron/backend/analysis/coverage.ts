import type { z } from 'zod'
import type { AnalysisFilter, coverageSchema } from '#shared/domain/analysis.ts'
import { listActors } from '../store/actors.ts'
import type { Readable } from '../store/connection.ts'
import { listTopics } from '../store/topics.ts'
import { chooseStatements } from './choose-statements.ts'
import { undated } from './columns.ts'
import { dateOf } from './days.ts'
import type { Statements } from './statements.ts'

const singleSourceAtMost = 1000

/**
 * What the evidence does not reach: when each topic was spoken of last (those never spoken of first), which parties and
 * organisations nobody was quoted of, and which positions of actors rest on one outlet. Utterances are counted once a topic, and
 * their source is the outlet that had them first: copies elsewhere are no second source.
 */
export function coverageOf(
  db: Readable,
  statements: Statements,
  filter: AnalysisFilter,
): z.output<typeof coverageSchema> {
  const { columns, names } = statements
  const { topic, actor, party, outlet, day, words, ownCell } = columns
  const { actors, topics, outlets } = names
  const { first, end, kept } = chooseStatements(statements, filter)
  const latest = new Int32Array(topics.texts.length).fill(undated)
  const utterances = new Uint32Array(topics.texts.length)
  const isQuoted = new Uint8Array(actors.texts.length)
  const seen = new Uint8Array(statements.words.size())
  // The outlet's place and one; -1 where there are several.
  const sources = new Int32Array(statements.ownCells.size())
  for (let at = first; at < end; at++) {
    if (kept[at] === 0) continue
    const on = topic[at] ?? 0
    latest[on] = day[at] ?? undated
    isQuoted[actor[at] ?? 0] = 1
    isQuoted[party[at] ?? 0] = 1
    const said = words[at] ?? 0
    if (seen[said] === 1) continue
    seen[said] = 1
    utterances[on] = (utterances[on] ?? 0) + 1
    const cell = ownCell[at] ?? 0
    const source = (outlet[at] ?? 0) + 1
    const known = sources[cell] ?? 0
    sources[cell] = known === 0 || known === source ? source : -1
  }
  return {
    topics: listTopics(db)
      .map(({ id }) => {
        const at = topics.find(id)
        const last = latest[at] ?? undated
        return {
          topicId: id,
          latest: last === undated ? null : dateOf(last),
          utterances: utterances[at] ?? 0,
        }
      })
      .sort((a, b) => compare(a.latest ?? '', b.latest ?? '')),
    unquotedIds: listActors(db)
      .filter(({ id, kind }) => kind !== 'person' && isQuoted[actors.find(id)] !== 1)
      .map(({ id }) => id),
    singleSource: firstPlaces(sources, (source) => source > 0).map((cell) => ({
      actorId: actors.texts[statements.ownCells.firstOf(cell)] ?? '',
      topicId: topics.texts[statements.ownCells.secondOf(cell)] ?? '',
      outlet: outlets.texts[(sources[cell] ?? 0) - 1] || null,
    })),
  }
}

function firstPlaces(column: Int32Array, isWanted: (value: number) => boolean): number[] {
  const places: number[] = []
  for (let at = 0; at < column.length && places.length < singleSourceAtMost; at++)
    if (isWanted(column[at] ?? 0)) places.push(at)
  return places
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
