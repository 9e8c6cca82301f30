import type { EntityKind } from '#shared/domain/journal.ts'
import { derivedColumns } from '../../../store/derived-columns.ts'
import type { Readable } from '../../../store/connection.ts'
import type { Merger, Row, Taken } from '../merging/merger.ts'

/** Carries rows of another notebook over, and remembers what each is here. */
export interface Carrying {
  readonly merger: Merger
  /** The other notebook, of the newest version. */
  readonly from: Readable
  /** What an id of the other notebook is here; null where it did not come over. */
  here(id: unknown): string | null
  remember(id: string, here: string | null): void
  /** The live rows of a table there, as they are. */
  rows(table: EntityKind, rest?: string, ...values: string[]): SourceRow[]
  /** @returns what it is here; null where it was thrown away here, or hangs on something that did not come over */
  carry(row: SourceRow, how: HowToCarry): Taken | null
}

export type SourceRow = Row & { id: string }

export interface HowToCarry {
  table: EntityKind
  kind?: Parameters<Merger['take']>[0]['kind']
  name: string
  /** Columns that name rows without which this one is nothing. */
  needs?: readonly string[]
  /** Columns that name rows it can do without. */
  names?: readonly string[]
  /** Columns in place of those of the other notebook; `undefined` leaves one out. */
  instead?: Partial<Row>
  /** Of what there can be one of at most. */
  key?: string
  /** Live rows here that are the same thing by their content, the likeliest first. */
  twins?: (row: Partial<Row>) => readonly (string | null)[]
}

export function createCarrying(merger: Merger, from: Readable): Carrying {
  const ids = new Map<string, string | null>()
  const here = (id: unknown) => (typeof id === 'string' ? (ids.get(id) ?? null) : null)
  /** Two things that the other notebook tells apart are never one here, however alike. */
  const isThere = (table: EntityKind, id: string) =>
    from.get(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`, id) !== undefined
  return {
    merger,
    from,
    here,
    remember: (id, known) => void ids.set(id, known),
    rows: (table, rest = 'ORDER BY created_at, id', ...values) =>
      from.all<SourceRow>(`SELECT * FROM ${table} WHERE deleted_at IS NULL ${rest}`, ...values),
    carry({ id, ...source }, { table, kind, name, needs = [], names = [], instead = {}, key, twins }) {
      const { deleted_at: _, ...row }: Partial<Row> = source
      for (const column of derivedColumns[table]) delete row[column]
      for (const column of [...needs, ...names]) row[column] = here(row[column])
      Object.assign(row, instead)
      if (needs.some((column) => row[column] === null)) {
        ids.set(id, null)
        return null
      }
      const taken = merger.take({
        table,
        ...(kind !== undefined && { kind }),
        name,
        id,
        row,
        ...(key !== undefined && { key }),
        twin: () => {
          const found = (twins?.(row) ?? []).filter((one) => one !== null)
          return (key === undefined ? found.find((one) => !isThere(table, one)) : found[0]) ?? null
        },
      })
      ids.set(id, taken?.id ?? null)
      return taken
    },
  }
}

/** The ids that a query of this notebook answers with. */
export function idsOf({ db }: Pick<Merger, 'db'>, sql: string, values: Partial<Row>): string[] {
  return db.all<{ id: string }>(sql, values as Row).map(({ id }) => id)
}
