import { commentText, parseCommentDocument } from '#shared/document/comment-schema.ts'

/** The words of a comment's document, a line a paragraph; empty for one that cannot be read. */
export function textOfDraft(document: unknown): string {
  try {
    return commentText(parseCommentDocument(document))
  } catch {
    return ''
  }
}

/** A text that two comments have in common when they say the same in the same form; empty where there is none. */
export function keyOfComment(document: unknown): string {
  if (document === null || document === undefined) return ''
  try {
    const parsed = parseCommentDocument(document)
    return commentText(parsed) === '' ? '' : JSON.stringify(parsed.toJSON())
  } catch {
    return JSON.stringify(document)
  }
}
