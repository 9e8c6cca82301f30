import type { z } from 'zod'
import type { coverageSchema } from '#shared/domain/analysis.ts'
import { listActors } from '../store/actors.ts'
import type { Readable } from '../store/connection.ts'
import { listTopics } from '../store/topics.ts'
import { dateOf } from './days.ts'
import { type Statements, undated } from './statements.ts'

/**
 * What the evidence does not reach: when each topic was spoken of last (those never spoken of first), which parties and
 * organisations nobody was quoted of, and which positions rest on one outlet. Copies of an utterance are one source only where
 * they are in one outlet; utterances are counted once a topic.
 */
export function coverageOf(db: Readable, statements: Statements): z.output<typeof coverageSchema> {
  const { count, topic, actor, party, outlet, utterance, day, isShared, actors, topics, outlets } = statements
  const latest = new Int32Array(topics.length).fill(undated)
  const utterances = new Uint32Array(topics.length)
  const seen = new Set<string>()
  const sources = new Map<number, number>()
  const several = -1
  const quoted = new Set<number>()
  for (let at = 0; at < count; at++) {
    const on = topic[at] ?? 0
    latest[on] = Math.max(latest[on] ?? undated, day[at] ?? undated)
    const words = `${on} ${utterance[at]}`
    if (isShared[at] === 0 || !seen.has(words)) utterances[on] = (utterances[on] ?? 0) + 1
    if (isShared[at] === 1) seen.add(words)
    quoted.add(actor[at] ?? 0).add(party[at] ?? 0)
    const cell = (actor[at] ?? 0) * topics.length + on
    const known = sources.get(cell)
    sources.set(cell, known === undefined || known === outlet[at] ? (outlet[at] ?? 0) : several)
  }
  const place = new Map(topics.map((id, at) => [id, at]))
  const heard = new Set([...quoted].map((at) => actors[at]))
  return {
    topics: listTopics(db)
      .map(({ id }) => {
        const at = place.get(id)
        const last = at === undefined ? undated : (latest[at] ?? undated)
        return {
          topicId: id,
          latest: last === undated ? null : dateOf(last),
          utterances: at === undefined ? 0 : (utterances[at] ?? 0),
        }
      })
      .sort((a, b) => ((a.latest ?? '') < (b.latest ?? '') ? -1 : 1)),
    unquotedIds: listActors(db)
      .filter(({ id, kind }) => kind !== 'person' && !heard.has(id))
      .map(({ id }) => id),
    singleSource: [...sources]
      .filter(([, source]) => source !== several)
      .slice(0, 1000)
      .map(([cell, source]) => ({
        actorId: actors[Math.floor(cell / topics.length)] ?? '',
        topicId: topics[cell % topics.length] ?? '',
        outlet: outlets[source] || null,
      })),
  }
}
