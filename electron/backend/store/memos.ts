import type { Readable, Writable } from './connection.ts'
import { notFound, updateRow } from './rows.ts'

/** The memo on a topic, null where there is none. @throws AppError `not-found` */
export function getMemo(db: Readable, topicId: string): { document: unknown; text: string } | null {
  const row = db.get<{ memo: string | null; text: string }>(
    'SELECT memo, memo_text AS text FROM topic WHERE id = ? AND deleted_at IS NULL',
    topicId,
  )
  if (row === undefined) throw notFound('topic')
  return row.memo === null ? null : { document: JSON.parse(row.memo), text: row.text }
}

/** Writes the memo, with `text` as its plain text; an empty `text` removes it. */
export function saveMemo(
  db: Writable,
  topicId: string,
  { document, text }: { document: unknown; text: string },
): void {
  getMemo(db, topicId)
  const isEmpty = text.trim() === ''
  updateRow(db, 'topic', topicId, {
    memo: isEmpty ? null : JSON.stringify(document),
    memo_text: isEmpty ? '' : text,
  })
}
