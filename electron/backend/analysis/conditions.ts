import type { z } from 'zod'
import type { Condition, conditionsRequestSchema } from '#shared/domain/analysis.ts'
import type { Readable } from '../store/connection.ts'
import { chooseStatements } from './choose-statements.ts'
import { findCircles } from './circles.ts'
import { conditional, redLine } from './columns.ts'
import type { Statements } from './statements.ts'

type Details = Pick<Condition, 'quoteId' | 'utteranceId' | 'condition' | 'byDate'> & { link: number }

/**
 * Who makes what depend on what: every statement that names a condition or is a red line. An actor's position on a topic
 * waits for the topic of its condition, or for the actor who would have to meet it (where only one is named, the rest is the
 * same); positions that wait for each other in a circle carry the circle's number.
 *
 * The latest first; where there are more than `limit`, those of circles are told before others.
 */
export function listConditions(
  db: Readable,
  statements: Statements,
  { limit, ...filter }: z.output<typeof conditionsRequestSchema>,
): Condition[] {
  const { columns, names, liveActors, liveTopics } = statements
  const { marks, onTopic, onActor, topic, actor } = columns
  const { first, end, kept } = chooseStatements(statements, filter)
  const width = names.topics.texts.length
  const onLiveTopic = (at: number) => liveOrNone(onTopic[at], liveTopics)
  const onLiveActor = (at: number) => liveOrNone(onActor[at], liveActors)
  const position = (at: number) => (actor[at] ?? 0) * width + (topic[at] ?? 0)
  const waitsFor = (at: number) => {
    const [what, who] = [onLiveTopic(at), onLiveActor(at)]
    if (what < 0 && who < 0) return -1
    return (who < 0 ? (actor[at] ?? 0) : who) * width + (what < 0 ? (topic[at] ?? 0) : what)
  }
  const found: number[] = []
  const edges = new Map<number, Set<number>>()
  for (let at = end - 1; at >= first; at--) {
    if (((marks[at] ?? 0) & (redLine | conditional)) === 0 || kept[at] === 0) continue
    found.push(at)
    const to = waitsFor(at)
    if (to < 0) continue
    const from = position(at)
    const known = edges.get(from)
    if (known === undefined) edges.set(from, new Set([to]))
    else known.add(to)
  }
  const circleOf = new Map(
    findCircles(edges).flatMap((circle, at) => circle.map((node) => [node, at] as const)),
  )
  const positionAt = (place: number) =>
    place < 0
      ? null
      : {
          actorId: names.actors.texts[Math.floor(place / width)] ?? '',
          topicId: names.topics.texts[place % width] ?? '',
        }
  const cycleOf = (at: number) => {
    const own = circleOf.get(position(at))
    return own !== undefined && own === circleOf.get(waitsFor(at)) ? own : null
  }
  const told = chosen(found, limit, (at) => cycleOf(at) !== null)
  const details = detailsOf(
    db,
    told.map((at) => columns.link[at] ?? 0),
  )
  const conditions = told.flatMap((at) => {
    const more = details.get(columns.link[at] ?? 0)
    if (more === undefined) return []
    return {
      quoteId: more.quoteId,
      utteranceId: more.utteranceId,
      actorId: names.actors.texts[actor[at] ?? 0] ?? '',
      topicId: names.topics.texts[topic[at] ?? 0] ?? '',
      condition: more.condition,
      onTopicId: names.topics.texts[onLiveTopic(at)] ?? null,
      onActorId: names.actors.texts[onLiveActor(at)] ?? null,
      waitsFor: positionAt(waitsFor(at)),
      byDate: more.byDate,
      redLine: ((marks[at] ?? 0) & redLine) !== 0,
      cycle: cycleOf(at),
    }
  })
  return withoutRepeats(conditions)
}

/** Two coders may have said the same of one quote. */
function withoutRepeats(conditions: readonly Condition[]): Condition[] {
  return [...new Map(conditions.map((one) => [JSON.stringify(one), one])).values()]
}

function liveOrNone(place: number | undefined, live: Uint8Array): number {
  return place !== undefined && place >= 0 && live[place] === 1 ? place : -1
}

function chosen(found: readonly number[], limit: number, comesFirst: (at: number) => boolean): number[] {
  if (found.length <= limit) return [...found]
  const first = found.filter(comesFirst)
  const rest = found.filter((at) => !comesFirst(at))
  return [...first, ...rest].slice(0, limit).sort((a, b) => b - a)
}

function detailsOf(db: Readable, links: readonly number[]): Map<number, Details> {
  const rows = db.all<Details>(
    `SELECT l.rowid AS link, q.id AS quoteId, coalesce(q.utterance_id, q.id) AS utteranceId, l.condition, l.by_date AS byDate
     FROM link l JOIN quote q ON q.id = l.quote_id WHERE l.rowid IN (SELECT value FROM json_each(?))`,
    JSON.stringify(links),
  )
  return new Map(rows.map((row) => [row.link, row]))
}
