import type { Readable } from '../store/connection.ts'
import { notFound } from '../store/rows.ts'

/** The revision of a live article that is read now. @throws AppError `not-found` */
export function currentRevisionOf(db: Readable, articleId: string): string {
  const row = db.get<{ id: string }>(
    'SELECT current_revision_id AS id FROM article WHERE id = ? AND deleted_at IS NULL',
    articleId,
  )
  if (row === undefined) throw notFound('article')
  return row.id
}
