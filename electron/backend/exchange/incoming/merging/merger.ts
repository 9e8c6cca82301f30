import { v7 as uuidv7 } from 'uuid'
import type { ImportKind } from '#shared/domain/import.ts'
import type { EntityKind } from '#shared/domain/journal.ts'
import type { Readable, SqlValue, Writable } from '../../../store/connection.ts'
import { insertRow, timestamp } from '../../../store/rows.ts'
import { type Difference, differences } from './differences.ts'
import type { Tally } from './tally.ts'

export type Row = Record<string, SqlValue>

/** One thing of the file, its references being ids of this notebook already. */
export interface Incoming {
  table: EntityKind
  /** What its report counts it as; left out for what is no thing of its own. */
  kind?: ImportKind
  /** How the user knows it. */
  name: string
  /** The id it has in a notebook of ours: the same thing has the same here. */
  id?: string | undefined
  /** Columns but for the id; those left out are not known to the file, and get what `defaults` say where the row is new. */
  row: Partial<Row>
  defaults?: Row
  /** What it is known by within the file, so that what the file has twice comes once. */
  key?: string
  /** The live row here that is the same thing by its content. */
  twin(): string | null
}

export interface Taken {
  id: string
  isNew: boolean
}

type State = 'none' | 'live' | 'undone' | 'removed'

/**
 * Puts things of a file into the notebook, or only says what would become of each: a thing that is here, by its id or else by its
 * content, is left as it is and told where it differs; one that was thrown away here is not brought back; any other is added.
 */
export interface Merger {
  readonly db: Readable
  /** Null where it is only told what would be done. */
  readonly write: Writable | null
  readonly tally: Tally
  /** @returns what it is here; null where it was thrown away here */
  take(incoming: Incoming): Taken | null
  /** Whether this row is one that this import added. */
  isNew(id: string): boolean
  /** The name a row has, here or in what is being added. */
  nameOf(table: EntityKind, id: string): string
}

export function createMerger(db: Readable, write: Writable | null, tally: Tally): Merger {
  const added = new Map<string, string>()
  const keyed = new Map<string, string>()

  function stateOf(table: EntityKind, id: string): State {
    if (added.has(id)) return 'live'
    const row = db.get<{ created_at: string; deleted_at: string | null }>(
      `SELECT created_at, deleted_at FROM ${table} WHERE id = ?`,
      id,
    )
    if (row !== undefined)
      return row.deleted_at === null ? 'live' : row.deleted_at === row.created_at ? 'undone' : 'removed'
    const grave = db.get('SELECT 1 FROM tombstone WHERE entity = ? AND id = ?', table, id)
    return grave === undefined ? 'none' : 'removed'
  }

  function nameOf(table: EntityKind, id: string): string {
    const known = added.get(id)
    if (known !== undefined) return known
    const column = nameColumns[table]
    if (column === undefined) return id
    return db.get<{ name: string }>(`SELECT ${column} AS name FROM ${table} WHERE id = ?`, id)?.name ?? id
  }

  function there(incoming: Incoming, id: string): Taken {
    const { table, kind, name } = incoming
    if (kind === undefined || added.has(id)) return { id, isNew: false }
    tally.note(kind, 'there', name)
    const here = db.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id)
    for (const difference of here === undefined ? [] : differences(table, here, incoming.row))
      tally.conflict({ kind, name, ...shown(difference) })
    return { id, isNew: false }
  }

  function shown({ field, here, there, table, isList }: Difference) {
    const named = (id: SqlValue) => (table === undefined ? String(id) : nameOf(table, String(id)))
    const show = (value: SqlValue) =>
      value === null
        ? ''
        : isList
          ? (JSON.parse(String(value)) as string[]).map(named).join(', ')
          : named(value)
    return { field, here: show(here), there: show(there) }
  }

  function put(table: EntityKind, id: string, row: Row, state: State): void {
    if (write === null) return
    if (state !== 'undone') {
      insertRow(write, table, { id, ...row })
      return
    }
    // The import that was undone brought the same thing.
    const columns = Object.keys(row)
    write.run(
      `UPDATE ${table} SET ${columns.map((column) => `${column} = @${column}`).join(', ')}, deleted_at = NULL WHERE id = @id`,
      { ...row, id },
    )
  }

  return {
    db,
    write,
    tally,
    isNew: (id) => added.has(id),
    nameOf,
    take(incoming) {
      const { table, kind, name, id = uuidv7() } = incoming
      const state = incoming.id === undefined ? 'none' : stateOf(table, id)
      if (state === 'live') return there(incoming, id)
      const twin = (incoming.key === undefined ? undefined : keyed.get(incoming.key)) ?? incoming.twin()
      if (twin !== null) return there(incoming, twin)
      if (state === 'removed') {
        if (kind !== undefined) tally.note(kind, 'removed', name)
        return null
      }
      const now = timestamp()
      const given = Object.entries(incoming.row).filter(
        (entry): entry is [string, SqlValue] => entry[1] !== undefined,
      )
      put(
        table,
        id,
        { created_at: now, updated_at: now, ...incoming.defaults, ...Object.fromEntries(given) },
        state,
      )
      added.set(id, name)
      if (incoming.key !== undefined) keyed.set(incoming.key, id)
      if (kind !== undefined) tally.note(kind, 'added', name)
      return { id, isNew: true }
    },
  }
}

const nameColumns: Partial<Record<EntityKind, string>> = {
  article: 'title',
  topic: 'name',
  actor: 'name',
  coder: 'name',
  round: 'name',
  quote: 'exact',
  dossier: 'title',
  feed: 'title',
}
