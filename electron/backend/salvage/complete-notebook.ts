import { rebuildIndex } from '../search/rebuild-index.ts'
import { deriveColumns } from '../store/check-derived.ts'
import type { Writable } from '../store/connection.ts'
import { migrate } from '../store/migrations/index.ts'
import type { OnProgress } from '../store/task-controls.ts'

/**
 * Makes a notebook of rows that were put in as they are: with its triggers (`takeTriggers`) and references again, of the newest
 * version, and with everything that is made from the rows. `onProgress` is told of the search index, which takes the longest.
 */
export function completeNotebook(db: Writable, triggers: readonly string[], onProgress?: OnProgress): void {
  for (const sql of triggers) db.exec(sql)
  db.exec('PRAGMA foreign_keys = ON')
  migrate(db)
  db.transaction(() => {
    deriveColumns(db)
    rebuildIndex(db, onProgress)
  })
}
