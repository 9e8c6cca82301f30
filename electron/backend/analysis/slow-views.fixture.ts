import type { By, Position } from '#shared/domain/analysis.ts'
import type { Readable } from '../store/connection.ts'
import { dateOfTime, lean, type Said, slowPositions } from './slow-answers.fixture.ts'

/** More answers in the plainest way; see `slow-answers.fixture.ts`. */

export function slowTimeline(said: readonly Said[], rows: 'topic' | 'actor' | 'party') {
  const dated = said.filter(({ time }) => time !== -Infinity)
  const firsts = dated.filter(
    (one, at) => !dated.slice(0, at).some((other) => other.words === one.words && other[rows] === one[rows]),
  )
  return [...Map.groupBy(firsts, (one) => `${one[rows]} ${dateOfTime(one.time).slice(0, 7)}-01`)].map(
    ([key, inBin]) => {
      const [rowId, start] = key.split(' ')
      return { rowId, start, utterances: inBin.length, supports: inBin.filter(isSupport).length }
    },
  )
}

function isSupport({ stance }: Said): boolean {
  return stance === 'supports'
}

export function slowTurns(said: readonly Said[]): string[] {
  const turns: string[] = []
  const telling = said.filter(({ stance, time }) => stance !== 'neutral' && time !== -Infinity)
  telling.forEach((one, at) => {
    const earlier = telling.slice(0, at).filter(({ topic }) => topic === one.topic)
    const before = earlier.findLast(({ actor }) => actor === one.actor)
    if (before && before.stance !== one.stance && before.words !== one.words)
      turns.push(`shift ${before.quote} ${one.quote}`)
    const other = { supports: 'opposes', opposes: 'supports', conditional: '', neutral: '' }[one.stance]
    const against = earlier.findLast(
      (it) => it.party === one.party && it.stance === other && it.party !== it.actor,
    )
    if (one.party === one.actor || !against || against.actor === one.actor || against.words === one.words)
      return
    if (one.time - against.time <= 30 * 86_400_000) turns.push(`contradiction ${against.quote} ${one.quote}`)
  })
  return turns.reverse()
}

/** Edges as `from to congruence conflict`, the smaller id first. */
export function slowNetwork(
  said: readonly Said[],
  asOf: string,
  by: By,
  end: 'actorId' | 'topicId',
): string[] {
  const sides = slowPositions(said, asOf, by).filter(({ stance }) => stance !== 'neutral')
  const via = end === 'actorId' ? 'topicId' : 'actorId'
  const edges = new Map<string, [number, number]>()
  for (const one of sides)
    for (const other of sides) {
      if (one[via] !== other[via] || one[end] >= other[end]) continue
      const edge = edges.get(`${one[end]} ${other[end]}`) ?? [0, 0]
      edge[lean(one.stance) > 0 === lean(other.stance) > 0 ? 0 : 1] += 1
      edges.set(`${one[end]} ${other[end]}`, edge)
    }
  return [...edges].map(([ends, counts]) => `${ends} ${counts.join(' ')}`)
}

export function slowCoverage(said: readonly Said[]) {
  const firsts = said.filter(
    (one, at) => !said.slice(0, at).some((other) => other.words === one.words && other.topic === one.topic),
  )
  const cells = Map.groupBy(firsts, ({ actor, topic }) => `${actor} ${topic}`)
  return {
    utterances: Object.fromEntries(
      [...Map.groupBy(firsts, ({ topic }) => topic)].map(([topic, all]) => [topic, all.length]),
    ),
    singleSource: [...cells]
      .filter(([, all]) => new Set(all.map(({ outlet }) => outlet)).size === 1)
      .map(([cell, all]) => `${cell} ${all[0]?.outlet}`),
  }
}

/** Positions that wait, directly or not, for themselves. */
export function slowCircles(said: readonly Said[]): Set<string> {
  const nodeOf = (one: Said) => `${one.actor} ${one.topic}`
  const waiting = said.filter(({ onTopic, onActor }) => onTopic !== null || onActor !== null)
  const next = (from: string) =>
    waiting
      .filter((one) => nodeOf(one) === from)
      .map((one) => `${one.onActor ?? one.actor} ${one.onTopic ?? one.topic}`)
  const reached = (start: string) => {
    const seen = new Set<string>()
    const rest = next(start)
    for (let at = rest.pop(); at !== undefined; at = rest.pop())
      if (!seen.has(at)) {
        seen.add(at)
        rest.push(...next(at))
      }
    return seen
  }
  return new Set(waiting.map(nodeOf).filter((node) => reached(node).has(node)))
}

export function slowAgreement(db: Readable) {
  const codings = db.all<{ topic: string; quote: string; stance: string; named: number }>(
    `SELECT t.id AS topic, q.id AS quote, l.stance,
       EXISTS (SELECT 1 FROM link o WHERE o.quote_id = q.id AND o.coder_id IS NOT NULL AND o.deleted_at IS NULL) AS named
     FROM link l JOIN quote q ON q.id = l.quote_id AND q.deleted_at IS NULL
     JOIN topic t ON t.id = l.topic_id AND t.deleted_at IS NULL WHERE l.deleted_at IS NULL`,
  )
  const pairs = Map.groupBy(
    codings.filter(({ named }) => named === 1),
    ({ topic, quote }) => `${topic} ${quote}`,
  )
  const compared = [...pairs].filter(([, all]) => all.length > 1)
  return {
    compared: compared.length,
    differing: compared
      .filter(([, all]) => new Set(all.map(({ stance }) => stance)).size > 1)
      .map(([key]) => key)
      .sort(),
  }
}

export function byKey(positions: readonly (Pick<Position, 'actorId' | 'topicId'> & object)[]) {
  return positions.toSorted((a, b) => (`${a.actorId} ${a.topicId}` < `${b.actorId} ${b.topicId}` ? -1 : 1))
}
