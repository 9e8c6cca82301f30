import { searchKinds } from '#shared/search/query.ts'
import type { Writable } from '../store/connection.ts'
import { indexAnew } from './index-changes.ts'
import { indexDocument } from './index-document.ts'
import { indexPassages } from './index-passages.ts'
import { allDocuments, allPassagesContent, countContent } from './indexed-content.ts'

const reportEvery = 500

/**
 * Makes the whole index anew from the entities, inside the caller's transaction. `onProgress` is called now and then with
 * how many of them are done, out of how many. Returns how many there are.
 */
export function rebuildIndex(db: Writable, onProgress?: (done: number, total: number) => void): number {
  const total = countContent(db)
  db.run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
  for (const table of ['search_document', 'search_passage', 'search_waiting']) db.run(`DELETE FROM ${table}`)
  let done = 0
  const count = () => {
    done++
    if (done % reportEvery === 0) onProgress?.(done, total)
  }
  for (const document of allDocuments(db)) {
    indexDocument(db, document)
    count()
  }
  for (const content of allPassagesContent(db)) {
    indexPassages(db, content)
    count()
  }
  onProgress?.(done, total)
  return done
}

const atATime = 50

/**
 * Indexes what a migration left to be indexed, a few entities a transaction: what is interrupted goes on when the notebook is opened
 * the next time.
 */
export function indexWaiting(db: Writable): void {
  for (;;) {
    const waiting = db.all<{ kind: string; id: string }>(
      'SELECT kind, entity_id AS id FROM search_waiting LIMIT ?',
      atATime,
    )
    if (waiting.length === 0) return
    db.transaction(() => {
      for (const { kind, id } of waiting) {
        const known = searchKinds.find((one) => one === kind)
        if (known !== undefined) indexAnew(db, known, id)
        db.run('DELETE FROM search_waiting WHERE kind = ? AND entity_id = ?', kind, id)
      }
    })
  }
}
