import { createHash } from 'node:crypto'
import type { Readable } from '../../electron/backend/store/connection.ts'
import { derivedColumns } from '../../electron/backend/store/derived-columns.ts'

/** What a notebook says, as digests: of everything that is there for the user, and of what lies in the trash. */
export interface NotebookState {
  live: string
  trash: string
}

type Row = Record<string, unknown>

/**
 * The state a notebook is in, whatever way it came there: times of change are left out, as undo and redo set them anew, and
 * so is what an undo took back altogether.
 */
export function stateOf(db: Readable): NotebookState {
  const live = createHash('sha256')
  const trash = createHash('sha256')
  const actors = new Set(
    db.all<{ id: string }>('SELECT id FROM actor WHERE deleted_at IS NULL').map((row) => row.id),
  )
  const liveActor = (id: unknown) => (actors.has(String(id)) ? id : null)
  for (const [table, derived] of Object.entries(derivedColumns)) {
    for (const row of db.all<Row>(`SELECT * FROM ${table} ORDER BY id`)) {
      const { created_at, deleted_at, updated_at, ...said } = row
      if (deleted_at === created_at) continue
      for (const column of derived) delete said[column]
      // Emptying the trash lets go of the actors in it, which no screen shows any more.
      if (table === 'quote') said['speaker_id'] = liveActor(said['speaker_id'])
      if (table === 'actor') said['member_of_id'] = liveActor(said['member_of_id'])
      const digest = deleted_at === null ? live : trash
      digest.update(JSON.stringify([table, said, deleted_at]))
    }
  }
  const texts = db.all<{ id: string; sha256: string; text_sha256: string; bytes: number }>(
    `SELECT r.id, r.sha256, r.text_sha256, length(r.original_gzip) AS bytes FROM article a
     JOIN revision r ON r.id = a.current_revision_id WHERE a.deleted_at IS NULL ORDER BY a.id`,
  )
  live.update(JSON.stringify(texts))
  return { live: live.digest('hex'), trash: trash.digest('hex') }
}

export function isSameState(one: NotebookState, other: NotebookState): boolean {
  return one.live === other.live && one.trash === other.trash
}
