import type { EntityKind } from '#shared/domain/journal.ts'
import { withheldCoderName } from '#shared/domain/sharing.ts'
import { foldText } from '#shared/search/tokenize.ts'
import type { SqlValue } from '../../../store/connection.ts'
import type { Row } from './merger.ts'

export interface Difference {
  field: string
  here: SqlValue
  there: SqlValue
  /** Whose ids the two values are, one or a list of them as JSON. */
  table?: EntityKind
  isList?: boolean
}

type Compared = readonly [column: string, field: string, table?: EntityKind, isList?: 'list']

/**
 * What two rows of the same thing are compared by; a name or an alias differs where nothing here answers to it, and a list where it
 * has somebody that the one here has not.
 */
const compared: Partial<Record<EntityKind, readonly Compared[]>> = {
  topic: [
    ['parent_id', 'parent', 'topic'],
    ['name', 'name'],
    ['aliases', 'aliases'],
    ['description', 'description'],
    ['status', 'status'],
    ['memo_text', 'memo'],
  ],
  actor: [
    ['name', 'name'],
    ['kind', 'kind'],
    ['aliases', 'aliases'],
    ['description', 'description'],
    ['member_of_id', 'memberOf', 'actor'],
  ],
  coder: [['name', 'name']],
  round: [
    ['name', 'name'],
    ['from_on', 'from'],
    ['until_on', 'until'],
    ['place', 'place'],
    ['note', 'note'],
    ['participants', 'participants', 'actor', 'list'],
    ['agenda', 'agenda', 'topic', 'list'],
  ],
  article: [
    ['title', 'title'],
    ['outlet', 'outlet'],
    ['byline', 'byline'],
    ['published_at', 'publishedAt'],
    ['status', 'status'],
    ['round_id', 'round', 'round'],
  ],
  quote: [
    ['speaker_id', 'speaker', 'actor'],
    ['on_behalf_id', 'onBehalf', 'actor'],
    ['speaker_role', 'speakerRole'],
    ['said_on', 'saidOn'],
    ['channel', 'channel'],
    ['cited_outlet', 'citedOutlet'],
    ['said_precision', 'saidPrecision'],
    ['said_words', 'saidWords'],
    ['said_zone', 'saidZone'],
    ['round_id', 'round', 'round'],
  ],
  link: [
    ['stance', 'stance'],
    ['condition', 'condition'],
    ['condition_topic_id', 'conditionTopic', 'topic'],
    ['condition_actor_id', 'conditionActor', 'actor'],
    ['by_date', 'byDate'],
    ['red_line', 'redLine'],
    ['strength', 'strength'],
    ['confidence', 'confidence'],
  ],
  comment: [['text', 'text']],
  translation: [
    ['text', 'text'],
    ['translator', 'translator'],
    ['authoritative', 'authoritative'],
  ],
  dossier: [
    ['title', 'title'],
    ['text', 'text'],
  ],
}

/** Where the file says something else than what is here. What the file does not say is no difference. */
export function differences(table: EntityKind, here: Row, there: Partial<Row>): Difference[] {
  return (compared[table] ?? []).flatMap(([column, field, names, isList]): Difference[] => {
    const own = here[column] ?? null
    const other = there[column]
    if (other === undefined || other === null || other === '' || other === own) return []
    if (saysNothing(table, column, here, other)) return []
    if (column === 'name' || column === 'aliases') {
      const known = new Set([String(here['name']), ...listOf(here['aliases'])].map(foldText))
      const said = column === 'name' ? [String(other)] : listOf(other)
      const unknown = said.filter((name) => !known.has(foldText(name)))
      if (unknown.length === 0) return []
      return [{ field, here: column === 'name' ? own : listOf(own).join(', '), there: unknown.join(', ') }]
    }
    if (isList) {
      const known = new Set(listOf(own))
      const more = listOf(other).filter((id) => !known.has(id))
      if (more.length === 0) return []
      return [{ field, here: own, there: JSON.stringify(more), isList: true, ...(names && { table: names }) }]
    }
    return [{ field, here: own, there: other, ...(names && { table: names }) }]
  })
}

/** What a copy says whose reading status or names of coders were left out, or that nobody has read. */
function saysNothing(table: EntityKind, column: string, here: Row, there: SqlValue): boolean {
  if (table === 'article' && column === 'status') return there === 'inbox'
  return table === 'coder' && column === 'name' && there === withheldCoderName(String(here['id']))
}

function listOf(json: SqlValue | undefined): string[] {
  return typeof json === 'string' ? (JSON.parse(json) as string[]) : []
}
