import type { Readable, SqlParameters } from './connection.ts'

export interface Planning extends Readable {
  /** How SQLite goes about everything read through the connection, a line a step. */
  plans: string[]
  /** The tables of which rows were fetched; one read off its index alone is not among them. */
  fetched: Set<string>
  /** Those of which rows were fetched only to be counted. */
  counted: string[]
}

/** A connection that notes how everything is read through it. */
export function planning(db: Readable): Planning {
  const plans: string[] = []
  const fetched = new Set<string>()
  const counted: string[] = []
  const note = (sql: string, parameters: SqlParameters) => {
    const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
    plans.push(...steps.map((step) => step.detail))
    for (const table of tablesFetched(db, sql, parameters)) {
      fetched.add(table)
      if (sql.startsWith('SELECT count(')) counted.push(table)
    }
  }
  return {
    ...db,
    plans,
    fetched,
    counted,
    get: (sql, ...parameters) => {
      note(sql, parameters)
      return db.get(sql, ...parameters)
    },
    all: (sql, ...parameters) => {
      note(sql, parameters)
      return db.all(sql, ...parameters)
    },
  }
}

/**
 * The query plan says whether an index is used, not whether the row behind it is looked at as well: that stands in the
 * program SQLite makes of the query, where a column is read through the cursor of the table.
 */
function tablesFetched(db: Readable, sql: string, parameters: SqlParameters): string[] {
  const tables = new Map(
    db
      .all<{ name: string; rootpage: number }>(
        "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'",
      )
      .map(({ name, rootpage }) => [rootpage, name]),
  )
  const program = db.all<{ opcode: string; p1: number; p2: number }>(`EXPLAIN ${sql}`, ...parameters)
  const cursors = new Map(
    program.filter(({ opcode }) => opcode === 'OpenRead').map(({ p1, p2 }) => [p1, tables.get(p2)]),
  )
  return program.flatMap(({ opcode, p1 }) => (opcode === 'Column' ? (cursors.get(p1) ?? []) : []))
}
