import { type Stance, stances } from '#shared/domain/link.ts'
import type { Readable } from '../store/connection.ts'
import { conditional, redLine, strengthAt, undated } from './columns.ts'
import { dayNumber } from './days.ts'

/** A coded statement as it is read from the notebook. */
export interface StatementRow {
  link: number
  quote: number
  topic: string
  /** Empty where the speaker is not known. */
  actor: string
  stance: number
  day: number
  /** The rowid of the quote, or less than 0 where several quotes are one utterance. */
  utterance: number
  outlet: string
  lang: string
  /** Empty where nobody gave a name. */
  coder: string
  marks: number
  onTopic: string | null
  onActor: string | null
}

type Read = Omit<StatementRow, 'stance' | 'day' | 'marks'> & {
  stance: Stance
  said: string
  red: number
  isConditional: number
  strength: number
}

/** All of them, or those of these links, in the order of the links' rowids. */
export function* statementRows(db: Readable, links?: readonly number[]): IterableIterator<StatementRow> {
  const days = new Map<string, number>([['', undated]])
  const rows =
    links === undefined
      ? db.iterate<Read>(selection('link l NOT INDEXED'))
      : db.iterate<Read>(
          `${selection('json_each(?) j CROSS JOIN link l ON l.rowid = j.value')} ORDER BY l.rowid`,
          JSON.stringify(links),
        )
  for (const { said, red, isConditional, strength, stance, ...row } of rows) {
    let day = days.get(said)
    if (day === undefined) {
      day = dayNumber(said)
      days.set(said, day)
    }
    const marks =
      (red === 1 ? redLine : 0) | (isConditional === 1 ? conditional : 0) | (strength << strengthAt)
    yield { ...row, day, marks, stance: stances.indexOf(stance) }
  }
}

/** In the order in which links were made, much as their quotes were: by speaker, each row would be on another page. */
const selection = (links: string) => `
  SELECT l.rowid AS link, q.rowid AS quote, l.topic_id AS topic, coalesce(q.speaker_id, '') AS actor, l.stance,
    q.said_sort AS said, coalesce((SELECT -u.rowid FROM utterance u WHERE u.id = q.utterance_id), q.rowid) AS utterance,
    coalesce(a.outlet, '') AS outlet, a.lang, coalesce(l.coder_id, '') AS coder, l.red_line AS red,
    coalesce(l.strength, 0) AS strength,
    l.condition IS NOT NULL OR l.condition_topic_id IS NOT NULL OR l.condition_actor_id IS NOT NULL AS isConditional,
    l.condition_topic_id AS onTopic, l.condition_actor_id AS onActor
  FROM ${links}
  CROSS JOIN quote q ON q.id = l.quote_id AND q.deleted_at IS NULL
  CROSS JOIN article a ON a.id = q.article_id
  WHERE l.deleted_at IS NULL`

/** The ids of these quotes by their rowids. */
export function quoteIds(db: Readable, rowids: Iterable<number>): Map<number, string> {
  const rows = db.all<{ at: number; id: string }>(
    'SELECT q.rowid AS at, q.id FROM quote q WHERE q.rowid IN (SELECT value FROM json_each(?))',
    JSON.stringify([...new Set(rowids)]),
  )
  return new Map(rows.map(({ at, id }) => [at, id]))
}
