import { stances } from '#shared/domain/link.ts'
import type { Readable } from '../store/connection.ts'
import { dayNumber } from './days.ts'
import { partyFinder } from './party-finder.ts'

/**
 * Every coded statement of the notebook (a live link of a live quote with a live speaker) in columns, ordered by day: a
 * million of them are looked through in some milliseconds. Numbers in `topic`, `actor`, `party`, `outlet`, `lang` and
 * `coder` are places in the lists of the same name.
 */
export interface Statements {
  count: number
  /** `rowid` of the link. */
  link: Int32Array
  topic: Int32Array
  actor: Int32Array
  /** Whom the actor belonged to on that day; the actor where that is nobody. A place in `actors`. */
  party: Int32Array
  /** A place in `stances`. */
  stance: Uint8Array
  /** Days since 1970-01-01; `undated` where nobody knows. */
  day: Int32Array
  /** The same number for the same words. */
  utterance: Int32Array
  outlet: Int32Array
  lang: Int32Array
  coder: Int32Array
  redLine: Uint8Array
  /** 1 where another statement is of the same utterance: only these have to be compared to count each once. */
  isShared: Uint8Array
  topics: string[]
  actors: string[]
  outlets: string[]
  langs: string[]
  coders: string[]
}

export const undated = -2_147_483_648

interface Row {
  link: number
  topic: string
  actor: string
  stance: (typeof stances)[number]
  said: string
  utterance: string
  outlet: string
  lang: string
  coder: string
  red: number
}

/** Gives each text a number, in the order of their coming. */
function numbering(): { numberOf(text: string): number; texts: string[] } {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  return {
    texts,
    numberOf: (text) => {
      const known = numbers.get(text)
      if (known !== undefined) return known
      numbers.set(text, texts.length)
      return texts.push(text) - 1
    },
  }
}

const kept = new WeakMap<Readable, { version: number; statements: Statements }>()

/** The statements as they are now; read again only after something was committed. */
export function statementsOf(db: Readable): Statements {
  const version = db.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
  const known = kept.get(db)
  if (known?.version === version) return known.statements
  const statements = loadStatements(db)
  kept.set(db, { version, statements })
  return statements
}

export function loadStatements(db: Readable): Statements {
  const size =
    db.get<{ n: number }>(
      'SELECT count(*) AS n FROM link INDEXED BY link_topic_article WHERE deleted_at IS NULL',
    )?.n ?? 0
  const columns = Array.from({ length: 8 }, () => new Int32Array(size))
  const [link, topic, actor, day, utterance, outlet, lang, coder] = columns as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const stance = new Uint8Array(size)
  const redLine = new Uint8Array(size)
  const topics = numbering()
  const actors = numbering()
  const utterances = numbering()
  const outlets = numbering()
  const langs = numbering()
  const coders = numbering()
  const days = new Map<string, number>()
  let at = 0
  for (const row of db.iterate<Row>(sql)) {
    link[at] = row.link
    topic[at] = topics.numberOf(row.topic)
    actor[at] = actors.numberOf(row.actor)
    stance[at] = stances.indexOf(row.stance)
    const said = days.get(row.said) ?? (row.said === '' ? undated : dayNumber(row.said))
    days.set(row.said, said)
    day[at] = said
    utterance[at] = utterances.numberOf(row.utterance)
    outlet[at] = outlets.numberOf(row.outlet)
    lang[at] = langs.numberOf(row.lang)
    coder[at] = coders.numberOf(row.coder)
    redLine[at] = row.red
    at += 1
  }
  const order = Uint32Array.from({ length: at }, (_, index) => index)
  order.sort((a, b) => (day[a] ?? 0) - (day[b] ?? 0) || (link[a] ?? 0) - (link[b] ?? 0))
  const sorted = <Column extends Int32Array | Uint8Array>(column: Column): Column => {
    const result = column.slice(0, at) as Column
    order.forEach((from, to) => {
      result[to] = column[from] ?? 0
    })
    return result
  }
  const told = { actor: sorted(actor), day: sorted(day), utterance: sorted(utterance) }
  const times = new Uint32Array(utterances.texts.length)
  for (const one of told.utterance) times[one] = (times[one] ?? 0) + 1
  const partyOf = partyFinder(db)
  return {
    count: at,
    ...told,
    party: told.actor.map((one, index) =>
      actors.numberOf(partyOf(actors.texts[one] ?? '', told.day[index] ?? undated)),
    ),
    link: sorted(link),
    topic: sorted(topic),
    stance: sorted(stance),
    outlet: sorted(outlet),
    lang: sorted(lang),
    coder: sorted(coder),
    redLine: sorted(redLine),
    isShared: Uint8Array.from(told.utterance, (one) => Number((times[one] ?? 0) > 1)),
    topics: topics.texts,
    actors: actors.texts,
    outlets: outlets.texts,
    langs: langs.texts,
    coders: coders.texts,
  }
}

/** In the order in which links were made, much as their quotes were: by speaker, each row would be on another page. */
const sql = `
  SELECT l.rowid AS link, l.topic_id AS topic, q.speaker_id AS actor, l.stance, l.said_sort AS said,
    coalesce(q.utterance_id, q.id) AS utterance, coalesce(a.outlet, '') AS outlet, a.lang,
    coalesce(l.coder_id, '') AS coder, l.red_line AS red
  FROM link l NOT INDEXED
  CROSS JOIN quote q ON q.id = l.quote_id AND q.deleted_at IS NULL
  CROSS JOIN article a ON a.id = q.article_id
  WHERE l.deleted_at IS NULL
    AND +q.speaker_id IN (SELECT id FROM actor WHERE deleted_at IS NULL)`

/** The quotes of these links, in their order. */
export function quotesOfLinks(db: Readable, links: readonly number[]): string[] {
  const rows = db.all<{ link: number; id: string }>(
    'SELECT l.rowid AS link, l.quote_id AS id FROM link l WHERE l.rowid IN (SELECT value FROM json_each(?))',
    JSON.stringify(links),
  )
  const byLink = new Map(rows.map((row) => [row.link, row.id]))
  return links.flatMap((link) => byLink.get(link) ?? [])
}
