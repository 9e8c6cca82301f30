import type { Comment } from '#shared/domain/comment.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, insertRow, newRow, notFound, updateRow } from './rows.ts'

export type CommentTarget = { quoteId: string } | { articleId: string }

/** The comment on a quote, or the note on an article; null where there is none. */
export function getComment(db: Readable, target: CommentTarget): Comment | null {
  const [where, id] = condition(target)
  const row = db.get<{ id: string; document: string; text: string; updatedAt: string }>(
    `SELECT id, document, text, updated_at AS updatedAt FROM comment WHERE ${where} AND deleted_at IS NULL`,
    id,
  )
  return row === undefined ? null : { ...row, document: JSON.parse(row.document) }
}

/**
 * Writes the comment, with `text` as its plain text; an empty `text` removes it. Returns its id, or null when there is
 * no comment any more.
 */
export function saveComment(
  db: Writable,
  target: CommentTarget,
  content: { document: unknown; text: string },
): string | null {
  const articleId = articleOf(db, target)
  const existing = getComment(db, target)
  if (content.text.trim() === '') {
    if (existing !== null)
      db.run('UPDATE comment SET deleted_at = @now, updated_at = @now WHERE id = @id', {
        now: deletionMoment(),
        id: existing.id,
      })
    return null
  }
  const columns = { document: JSON.stringify(content.document), text: content.text }
  if (existing !== null) {
    updateRow(db, 'comment', existing.id, columns)
    return existing.id
  }
  const row = newRow()
  insertRow(db, 'comment', {
    ...row,
    article_id: articleId,
    quote_id: 'quoteId' in target ? target.quoteId : null,
    ...columns,
  })
  return row.id
}

function condition(target: CommentTarget): [string, string] {
  return 'quoteId' in target
    ? ['quote_id = ?', target.quoteId]
    : ['article_id = ? AND quote_id IS NULL', target.articleId]
}

function articleOf(db: Readable, target: CommentTarget): string {
  if ('articleId' in target) {
    assertLive(db, 'article', target.articleId)
    return target.articleId
  }
  const row = db.get<{ article_id: string }>(
    'SELECT article_id FROM quote WHERE id = ? AND deleted_at IS NULL',
    target.quoteId,
  )
  if (row === undefined) throw notFound('quote')
  return row.article_id
}
