import { type Node, Schema } from 'prosemirror-model'
import { AppError } from '../util/app-error.ts'
import { isSafeLink } from './schema.ts'

/**
 * What a comment may hold: paragraphs, lists, bold, italic, links. The names are tiptap's own, so that its StarterKit
 * reads and writes these documents as they are.
 */
export const commentSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*' },
    bulletList: { group: 'block', content: 'listItem+' },
    orderedList: {
      group: 'block',
      content: 'listItem+',
      attrs: { start: { default: 1, validate: 'number' } },
    },
    listItem: { content: 'paragraph block*' },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: {
    bold: {},
    italic: {},
    link: {
      attrs: {
        href: {
          validate(value: unknown) {
            if (!isSafeLink(value)) throw new RangeError('a link leads to http, https or mailto')
          },
        },
      },
    },
  },
})

const longestComment = 200_000

/** Reads a comment from untrusted JSON. @throws AppError `comment-format` */
export function parseCommentDocument(json: unknown): Node {
  if (JSON.stringify(json)?.length > longestComment) {
    throw new AppError(
      'comment-too-long',
      'The comment is too long.',
      'Split it, or keep it in a document of its own.',
    )
  }
  try {
    const document = commentSchema.nodeFromJSON(json)
    document.check()
    if (document.type !== commentSchema.topNodeType) throw new RangeError('the outermost node must be a doc')
    return document
  } catch (error) {
    throw new AppError(
      'comment-format',
      `This is not a comment: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}

/** The comment's words, a line a paragraph, as search and lists show them. */
export function commentText(document: Node): string {
  return document.textBetween(0, document.content.size, '\n', '\n').trim()
}
