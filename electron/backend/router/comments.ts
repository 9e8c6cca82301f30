import type { z } from 'zod'
import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'
import type { commentTargetSchema } from '#shared/domain/comment.ts'
import { commentFromMarkdown } from '../exchange/comment-from-markdown.ts'
import { getComment, saveComment } from '../store/comments.ts'
import type { Writable } from '../store/connection.ts'
import type { HandlersOf } from './handler.ts'

type Target = z.output<typeof commentTargetSchema>

export const comment: HandlersOf<'comment'> = {
  get: (db, { target }) => getComment(db, target),
  save: {
    coalesce: ({ target }) => `comment ${Object.values(target)[0]}`,
    work: (db, { target, document }) => save(db, target, document),
  },
  saveMarkdown: (db, { target, markdown }) => save(db, target, commentFromMarkdown(markdown)),
}

function save(db: Writable, target: Target, json: unknown): { id: string } | null {
  const document = parseCommentDocument(json)
  const id = saveComment(db, target, { document: document.toJSON(), text: commentText(document) })
  return id === null ? null : { id }
}
