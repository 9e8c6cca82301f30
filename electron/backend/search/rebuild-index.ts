import type { Writable } from '../store/connection.ts'
import { indexDocument } from './index-document.ts'
import { allContent, countContent } from './indexed-content.ts'

const reportEvery = 500

/**
 * Makes the whole index anew from the entities, inside the caller's transaction. `onProgress` is called now and then with
 * how many documents are done, out of how many. Returns how
 * many there are.
 */
export function rebuildIndex(db: Writable, onProgress?: (done: number, total: number) => void): number {
  const total = countContent(db)
  db.run("INSERT INTO search_index (search_index) VALUES ('delete-all')")
  db.run('DELETE FROM search_document')
  let done = 0
  for (const document of allContent(db)) {
    indexDocument(db, document)
    done++
    if (done % reportEvery === 0) onProgress?.(done, total)
  }
  onProgress?.(done, total)
  return done
}
