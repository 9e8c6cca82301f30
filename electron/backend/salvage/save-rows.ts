import type { SqlValue, Writable } from '../store/connection.ts'
import { insertRow } from '../store/rows.ts'
import type { Finding } from './find-rows.ts'
import type { Leftovers } from './leftovers-file.ts'
import type { TableShape } from './table-shapes.ts'

/**
 * Puts what was found into the new notebook, whose references nobody checks yet. Where a row was found twice, the one that
 * was changed last is kept; where the new notebook refuses it, it goes to the leftovers.
 */
export async function saveRows(
  db: Writable,
  findings: Iterable<Finding>,
  leftovers: Leftovers,
): Promise<void> {
  db.exec(
    'CREATE TEMP TABLE known (entity TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (entity, key)) WITHOUT ROWID',
  )
  let portion: Finding[] = []
  const write = async () => {
    const findings = portion
    portion = []
    db.transaction(() => {
      for (const finding of findings) saveOne(db, finding, leftovers)
    })
    await new Promise((resume) => setImmediate(resume))
  }
  for (const finding of findings) {
    portion.push(finding)
    if (portion.length >= 200) await write()
  }
  await write()
  // What was deleted for good stays deleted, also where an old page still holds it.
  db.transaction(() => {
    for (const { entity } of db.all<{ entity: string }>('SELECT DISTINCT entity FROM tombstone')) {
      if (/^[a-z_]+$/.test(entity) && hasTable(db, entity))
        db.run(`DELETE FROM ${entity} WHERE id IN (SELECT id FROM tombstone WHERE entity = ?)`, entity)
    }
  })
}

/** How many rows of each table were saved, and how many of those that the indexes name were not. */
export function countSaved(
  db: Writable,
  tables: readonly TableShape[],
): Array<{ table: string; saved: number; lost: number }> {
  return tables.map(({ name, key }) => ({
    table: name,
    saved: count(db, `SELECT count(*) AS n FROM ${name}`),
    lost: count(
      db,
      `SELECT count(*) AS n FROM temp.known WHERE entity = '${name}' AND key NOT IN (SELECT ${key} FROM ${name})
         AND key NOT IN (SELECT id FROM tombstone WHERE entity = '${name}')`,
    ),
  }))
}

function saveOne(db: Writable, finding: Finding, leftovers: Leftovers): void {
  const { name, key } = finding.table
  if (finding.kind === 'key') {
    db.run('INSERT OR IGNORE INTO temp.known VALUES (?, ?)', name, finding.key)
    return
  }
  const { row } = finding
  try {
    const value = row[key]
    const there = value === undefined ? undefined : updatedAt(db, finding.table, value)
    if (finding.table.hasRowid && there !== undefined && value !== undefined) {
      if (!(String(row['updated_at'] ?? '') > there)) return
      db.run(`DELETE FROM ${name} WHERE ${key} = ?`, value)
    }
    insertRow(db, name, row)
  } catch (error) {
    leftovers.add(name, row, error instanceof Error ? error.message : String(error))
  }
}

/** When the row of this key was changed last, empty for what is never changed; undefined where there is none. */
function updatedAt(db: Writable, { name, key, columns }: TableShape, value: SqlValue): string | undefined {
  const moment = columns.some((column) => column.name === 'updated_at') ? 'updated_at' : "''"
  return db.get<{ moment: string }>(`SELECT ${moment} AS moment FROM ${name} WHERE ${key} = ?`, value)?.moment
}

function hasTable(db: Writable, name: string): boolean {
  return db.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name) !== undefined
}

function count(db: Writable, sql: string): number {
  return db.get<{ n: number }>(sql)?.n ?? 0
}
