import type { Readable } from '../store/connection.ts'
import { type Columns, newColumns, resized, sortedByDay } from './columns.ts'
import { type Names, names } from './names.ts'
import { type OwnerOf, ownerFinder } from './owner-finder.ts'
import { type PairNumbers, pairNumbers } from './pair-numbers.ts'
import { type StatementRow, statementRows } from './statement-rows.ts'

/**
 * Every coded statement of the notebook (a live link of a live quote) in columns, ordered by day: a million of them are looked
 * through in some milliseconds. `topic`, `actor`, `party`, `outlet`, `lang`, `coder`, `onTopic` and `onActor` are places in the
 * lists of names; -1 stands for none in the last two.
 *
 * `link` and `quote` are rowids. `day` counts from 1970-01-01 and is `undated` where nobody knows. `utterance` is the same for
 * the same words, and `words` the same for the same words on the same topic. `party` is whom the actor belonged to on that day,
 * and the actor where that is nobody. `ownCell` and `partyCell` number the pairs of actor, or party, and topic.
 */
export interface Statements {
  columns: Columns
  names: Record<'topics' | 'actors' | 'outlets' | 'langs' | 'coders', Names>
  ownCells: PairNumbers
  partyCells: PairNumbers
  words: PairNumbers
  ownerOf: OwnerOf
  /** By place in `names`: 1 where it is neither in the trash nor nobody. */
  liveActors: Uint8Array
  liveTopics: Uint8Array
}

export function loadStatements(db: Readable): Statements {
  // Links in the trash leave some room unused; that is given back below.
  const size = db.get<{ n: number }>('SELECT count(*) AS n FROM link')?.n ?? 0
  const actors = names()
  const statements: Statements = {
    columns: newColumns(0),
    names: { topics: names(), actors, outlets: names(), langs: names(), coders: names() },
    ownCells: pairNumbers(size / 2),
    partyCells: pairNumbers(),
    words: pairNumbers(size),
    ownerOf: ownerFinder(db, actors),
    liveActors: new Uint8Array(0),
    liveTopics: new Uint8Array(0),
  }
  const columns = newColumns(size)
  let count = 0
  for (const row of statementRows(db)) write(statements, columns, count++, row)
  statements.columns = sortedByDay(resized(columns, count))
  renewLiving(db, statements)
  return statements
}

/** These rows as columns, in their order; what needs to be numbered gets its number. */
export function columnsOf(statements: Statements, rows: readonly StatementRow[]): Columns {
  const columns = newColumns(rows.length)
  rows.forEach((row, at) => {
    write(statements, columns, at, row)
  })
  return columns
}

/** Looks again at what is in the trash. */
export function renewLiving(db: Readable, statements: Statements): void {
  statements.liveActors = liveOnes(db, 'actor', statements.names.actors)
  statements.liveTopics = liveOnes(db, 'topic', statements.names.topics)
}

/** Looks again at who belonged to whom. */
export function renewParties(db: Readable, statements: Statements): void {
  statements.ownerOf = ownerFinder(db, statements.names.actors)
  const { actor, day, topic, party, partyCell } = statements.columns
  for (let at = 0; at < actor.length; at++) {
    const owner = statements.ownerOf(actor[at] ?? 0, day[at] ?? 0)
    if (party[at] === owner) continue
    party[at] = owner
    partyCell[at] = statements.partyCells.numberOf(owner, topic[at] ?? 0)
  }
}

function write(statements: Statements, columns: Columns, at: number, row: StatementRow): void {
  const { names, words, ownCells, partyCells } = statements
  const topic = names.topics.numberOf(row.topic)
  const actor = names.actors.numberOf(row.actor)
  columns.link[at] = row.link
  columns.quote[at] = row.quote
  columns.topic[at] = topic
  columns.actor[at] = actor
  columns.day[at] = row.day
  columns.utterance[at] = row.utterance
  columns.outlet[at] = names.outlets.numberOf(row.outlet)
  columns.lang[at] = names.langs.numberOf(row.lang)
  columns.coder[at] = names.coders.numberOf(row.coder)
  columns.onTopic[at] = row.onTopic === null ? -1 : names.topics.numberOf(row.onTopic)
  columns.onActor[at] = row.onActor === null ? -1 : names.actors.numberOf(row.onActor)
  columns.words[at] = words.numberOf(row.utterance, topic)
  columns.ownCell[at] = ownCells.numberOf(actor, topic)
  const party = statements.ownerOf(actor, row.day)
  columns.party[at] = party
  columns.partyCell[at] = partyCells.numberOf(party, topic)
  columns.stance[at] = row.stance
  columns.marks[at] = row.marks
}

function liveOnes(db: Readable, table: 'actor' | 'topic', { texts, find }: Names): Uint8Array {
  const live = new Uint8Array(texts.length)
  for (const { id } of db.all<{ id: string }>(`SELECT id FROM ${table} WHERE deleted_at IS NULL`)) {
    const at = find(id)
    if (at >= 0) live[at] = 1
  }
  return live
}
