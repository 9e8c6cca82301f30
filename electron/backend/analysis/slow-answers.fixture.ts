import type { AnalysisFilter, By } from '#shared/domain/analysis.ts'
import type { Stance } from '#shared/domain/link.ts'
import { listActors } from '../store/actors.ts'
import type { Readable } from '../store/connection.ts'
import { listMemberships } from '../store/memberships.ts'

/** The same answers in the plainest way, from the rows, for tests: nothing is kept, numbered, sorted into columns or skipped. */

export interface Said {
  link: number
  quote: string
  topic: string
  actor: string
  party: string
  stance: Stance
  /** Milliseconds since 1970; -Infinity where nobody knows. */
  time: number
  words: string
  outlet: string
  lang: string
  coder: string | null
  red: number
  strength: number | null
  condition: string | null
  onTopic: string | null
  onActor: string | null
}

const day = 86_400_000

/** The first moment that a date may mean, or the last day's with `isLast`. */
export function timeOf(date: string, isLast = false): number {
  const [year = '', month, dayOfMonth] = date.split('-')
  if (dayOfMonth !== undefined) return Date.parse(date)
  if (!isLast) return Date.parse(month === undefined ? `${year}-01-01` : `${date}-01`)
  return (month === undefined ? Date.UTC(+year + 1, 0, 1) : Date.UTC(+year, +month, 1)) - day
}

export function dateOfTime(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Every statement that counts, in the order they were said. */
export function everythingSaid(db: Readable): Said[] {
  const rows = db.all<Omit<Said, 'party' | 'time' | 'link'> & { link: number; said: string | null }>(
    `SELECT l.rowid AS link, q.id AS quote, t.id AS topic, s.id AS actor, l.stance,
       coalesce(q.said_on, substr(a.published_sort, 1, 10)) AS said, coalesce(q.utterance_id, q.id) AS words,
       coalesce(a.outlet, '') AS outlet, a.lang, l.coder_id AS coder, l.red_line AS red, l.strength, l.condition,
       ct.id AS onTopic, ca.id AS onActor
     FROM link l
     JOIN quote q ON q.id = l.quote_id AND q.deleted_at IS NULL
     JOIN topic t ON t.id = l.topic_id AND t.deleted_at IS NULL
     JOIN actor s ON s.id = q.speaker_id AND s.deleted_at IS NULL
     JOIN article a ON a.id = q.article_id
     LEFT JOIN topic ct ON ct.id = l.condition_topic_id AND ct.deleted_at IS NULL
     LEFT JOIN actor ca ON ca.id = l.condition_actor_id AND ca.deleted_at IS NULL
     WHERE l.deleted_at IS NULL`,
  )
  return rows
    .map(({ said, ...row }) => {
      const time = said ? timeOf(said) : -Infinity
      return { ...row, time, party: partyOf(db, row.actor, time) }
    })
    .sort((a, b) => (a.time === b.time ? a.link - b.link : a.time - b.time))
}

function partyOf(db: Readable, actor: string, time: number): string {
  const actors = listActors(db)
  const climbed = [actor]
  for (;;) {
    const at = climbed.at(-1) ?? ''
    const self = actors.find(({ id }) => id === at)
    const dated = listMemberships(db).filter(
      ({ actorId, fromOn, untilOn }) =>
        actorId === at &&
        (fromOn === null || timeOf(fromOn) <= time) &&
        (untilOn === null || timeOf(untilOn, true) >= time),
    )
    const up = dated.at(-1)?.memberOfId ?? self?.memberOfId ?? null
    if (self?.kind === 'party' || up === null) return at
    if (climbed.includes(up)) return up
    climbed.push(up)
  }
}

export function filtered(said: readonly Said[], filter: AnalysisFilter): Said[] {
  const { from, until, outlets, langs, coderIds, topicIds } = filter
  return said.filter(
    (one) =>
      (from === undefined || one.time >= timeOf(from)) &&
      (until === undefined || one.time <= timeOf(until, true)) &&
      (outlets === undefined || outlets.includes(one.outlet)) &&
      (langs === undefined || langs.includes(one.lang)) &&
      (coderIds === undefined || coderIds.includes(one.coder ?? '')) &&
      (topicIds === undefined || topicIds.includes(one.topic)),
  )
}

/** Each utterance once a topic: the last of them. */
export function lastOfEach(said: readonly Said[]): Said[] {
  return said.filter(
    (one, at) => !said.slice(at + 1).some(({ words, topic }) => words === one.words && topic === one.topic),
  )
}

export function slowPositions(said: readonly Said[], asOf: string, by: By) {
  const counted = lastOfEach(filtered(said, { until: asOf }))
  const cells = Map.groupBy(counted, (one) => `${by === 'party' ? one.party : one.actor} ${one.topic}`)
  return [...cells].map(([key, inCell]) => {
    const [actorId = '', topicId = ''] = key.split(' ')
    const latest = inCell.at(-1)?.time ?? -Infinity
    const within = (one: Said, end: number) => one.time >= end - 30 * day
    const recent = inCell.filter((one) => within(one, latest))
    const earlier = inCell.filter((one) => !within(one, latest))
    const before = earlier.filter((one) => within(one, earlier.at(-1)?.time ?? -Infinity))
    const stance = deciding(recent)
    const taken = new Set(recent.map((one) => one.stance).filter((one) => one !== 'neutral'))
    const change = before.length === 0 ? null : lean(stance) - lean(deciding(before))
    return {
      actorId,
      topicId,
      stance,
      conflict: taken.size > 1,
      trend: change === null ? 'new' : change > 0 ? 'towards' : change < 0 ? 'away' : 'steady',
      redLine: inCell.some((one) => one.red === 1),
      strength: recent.findLast((one) => one.stance === stance && one.strength !== null)?.strength ?? null,
      recent: Object.fromEntries(
        (['supports', 'opposes', 'conditional', 'neutral'] as const).map((name) => [
          name,
          times(recent, name),
        ]),
      ),
      utterances: inCell.length,
      latest: latest === -Infinity ? null : dateOfTime(latest),
      age: latest === -Infinity ? null : Math.round((timeOf(asOf, true) - latest) / day),
    }
  })
}

function times(said: readonly Said[], stance: Stance): number {
  return said.filter((one) => one.stance === stance).length
}

/** The most frequent, of equally frequent ones the one said last; neutral where nothing else was said. */
function deciding(said: readonly Said[]): Stance {
  const sides = said.filter(({ stance }) => stance !== 'neutral')
  const most = Math.max(...sides.map(({ stance }) => times(sides, stance)))
  return sides.findLast(({ stance }) => times(sides, stance) === most)?.stance ?? 'neutral'
}

export function lean(stance: Stance): number {
  return { supports: 1, conditional: 0.5, neutral: 0, opposes: -1 }[stance]
}
