import { openScratch, type SqlValue } from '../store/connection.ts'
import { migrate } from '../store/migrations/index.ts'

/** What the rows of a table look like, so that a row can be told from one of another table, and from rubbish. */
export interface TableShape {
  name: string
  columns: Column[]
  /** Column that tells rows apart. */
  key: string
  hasRowid: boolean
  /** The index of `key`, whose pages tell which rows there were. */
  keyIndex: string
}

interface Column {
  name: string
  type: string
  isRequired: boolean
  hasDefault: boolean
  isRowid: boolean
}

/** Made from the other tables, or of no use once rows are gone: the index, the fingerprints of texts, what dossiers name, what was fetched of feeds, the history for undo, answers to calls. */
const notSaved =
  /^(sqlite_|search_|fingerprint|fetched_)|^(operation|change|answered_call|dossier_reference)$/

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/

/** The tables of a notebook of this version that are worth saving. */
export function tableShapes(version: number): TableShape[] {
  const model = openScratch()
  try {
    migrate(model, version)
    const tables = model.all<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid",
    )
    return tables
      .filter(({ name }) => !notSaved.test(name))
      .map(({ name, sql }) => {
        const hasRowid = !/WITHOUT ROWID/i.test(sql)
        const infos = model.all<{
          name: string
          type: string
          notnull: number
          dflt_value: unknown
          pk: number
        }>(`SELECT * FROM pragma_table_info('${name}')`)
        const columns = infos.map((info) => ({
          name: info.name,
          type: info.type,
          isRequired: info.notnull === 1 || info.pk > 0,
          hasDefault: info.dflt_value !== null,
          isRowid: hasRowid && info.pk === 1 && info.type === 'INTEGER',
        }))
        const key = infos.find((info) => info.name === 'id' || info.pk === 1)?.name ?? ''
        return { name, columns, key, hasRowid, keyIndex: `sqlite_autoindex_${name}_1` }
      })
  } finally {
    model.close()
  }
}

/** The row by its columns if it fits the table, else null. */
export function rowOf(
  { columns, key }: TableShape,
  rowid: number,
  record: readonly SqlValue[],
): Record<string, SqlValue> | null {
  if (record.length > columns.length) return null
  const row: Record<string, SqlValue> = {}
  for (const [index, column] of columns.entries()) {
    const stored = record[index]
    if (stored === undefined) {
      // A row from before the column was added has its default.
      if (column.isRequired && !column.hasDefault) return null
      continue
    }
    const value = column.isRowid && stored === null ? rowid : stored
    if (!fits(column, value)) return null
    row[column.name] = value
  }
  const name = row[key]
  return typeof name !== 'string' || isId(name) ? row : null
}

function isId(text: string): boolean {
  return uuid.test(text) || hash.test(text)
}

function fits({ name, type, isRequired }: Column, value: SqlValue): boolean {
  if (value === null) return !isRequired
  // A step of a topic has as many texts as a comment: what they belong to tells them apart.
  if (name.endsWith('_id')) return typeof value === 'string' && isId(value)
  if (name.endsWith('_at')) return typeof value === 'string' && /^\d{4}/.test(value)
  if (type === 'TEXT') return typeof value === 'string'
  if (type === 'BLOB') return value instanceof Uint8Array
  return typeof value === 'number' && (type === 'REAL' || Number.isInteger(value))
}
