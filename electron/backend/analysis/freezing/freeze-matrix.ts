import type { Position } from '#shared/domain/analysis.ts'
import {
  type FreezeRequest,
  type FrozenCell,
  type FrozenMatrix,
  frozenLimits,
} from '#shared/domain/frozen-view.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { listActors } from '../../store/actors.ts'
import { lastDayNumber } from '../days.ts'
import { positionsAsOf } from '../positions.ts'
import type { Freezing } from './freeze-view.ts'
import { latestQuotes } from './latest-quotes.ts'
import { lineOf } from './line-of.ts'

/** The positions of a day, of those that have any: what is longer stands downwards. */
export function freezeMatrix(
  { db, statements, asked, filter, frozenAt, topics }: Freezing,
  { by, asOf }: Extract<FreezeRequest, { kind: 'matrix' }>,
  actorsAtMost: number,
): FrozenMatrix {
  const day = asOf ?? frozenAt.slice(0, 10)
  const positions = positionsAsOf(statements, day, by, asked)
  const nameOf = new Map(listActors(db).map(({ id, name }) => [id, lineOf(name)]))
  const spokeMost = mostQuoted(positions, ({ actorId }) => actorId, nameOf)
  const quoted = mostQuoted(positions, ({ topicId }) => topicId, new Map())
  const kept = new Set(quoted.slice(0, frozenLimits.topics))
  const actors = spokeMost.slice(0, actorsAtMost)
  const inTree = walk(topics).filter(({ topic }) => kept.has(topic.id))
  const actorAt = new Map(actors.map((id, at) => [id, at]))
  const topicAt = new Map(inTree.map(({ topic }, at) => [topic.id, at]))
  const until =
    asked.until !== undefined && lastDayNumber(asked.until) < lastDayNumber(day) ? asked.until : day
  const { names, columns } = statements
  const owner = by === 'party' ? columns.party : columns.actor
  const quotes = latestQuotes(db, statements, { ...asked, until }, frozenLimits.quotes, (at) => {
    const actor = actorAt.get(names.actors.texts[owner[at] ?? 0] ?? '')
    const topic = topicAt.get(names.topics.texts[columns.topic[at] ?? 0] ?? '')
    return actor === undefined || topic === undefined ? undefined : `${actor} ${topic}`
  })
  const cells = positions.flatMap((position): FrozenCell[] => {
    const actor = actorAt.get(position.actorId)
    const topic = topicAt.get(position.topicId)
    if (actor === undefined || topic === undefined) return []
    const { stance, conflict, trend, redLine, strength, utterances, latest } = position
    return [
      {
        actor,
        topic,
        stance,
        conflict,
        trend,
        redLine,
        strength: strength as FrozenCell['strength'],
        utterances,
        latest,
        quoteIds: quotes(`${actor} ${topic}`),
      },
    ]
  })
  return {
    kind: 'matrix',
    frozenAt,
    filter,
    by,
    asOf,
    rows: actors.length >= inTree.length ? 'actors' : 'topics',
    actors: actors.map((id) => ({ id, name: nameOf.get(id) ?? '' })),
    topics: inTree.map(({ topic, under }) => ({ id: topic.id, name: lineOf(topic.name), under })),
    cells: cells.sort((a, b) => a.actor - b.actor || a.topic - b.topic),
    left: { actors: spokeMost.length - actors.length, topics: quoted.length - inTree.length },
  }
}

/** Those of the positions, the most quoted first. */
function mostQuoted(
  positions: readonly Position[],
  idOf: (position: Position) => string,
  names: ReadonlyMap<string, string>,
): string[] {
  const counts = new Map<string, number>()
  for (const position of positions)
    counts.set(idOf(position), (counts.get(idOf(position)) ?? 0) + position.utterances)
  const name = (id: string) => names.get(id) ?? ''
  return [...counts]
    .sort(
      ([one, some], [other, more]) =>
        more - some || name(one).localeCompare(name(other)) || (one < other ? -1 : 1),
    )
    .map(([id]) => id)
}

/** The topics in the order of their tree, each with the names of those above it. */
function walk(topics: readonly Topic[]): { topic: Topic; under: string[] }[] {
  const children = Map.groupBy(topics, ({ parentId }) => parentId)
  const found: { topic: Topic; under: string[] }[] = []
  const visit = (parentId: string | null, under: string[]) => {
    for (const topic of children.get(parentId) ?? []) {
      found.push({ topic, under })
      visit(topic.id, [...under, lineOf(topic.name)].slice(-50))
    }
  }
  visit(null, [])
  return found
}
