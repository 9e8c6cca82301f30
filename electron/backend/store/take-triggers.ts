import type { Writable } from './connection.ts'

/**
 * Takes the triggers out of a notebook in the making, which ask of its rows what can be told only once all are there;
 * returns their SQL, to be run again at the end.
 */
export function takeTriggers(db: Writable): string[] {
  const triggers = db.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid",
  )
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  return triggers.map((trigger) => trigger.sql)
}
