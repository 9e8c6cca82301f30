import { z } from 'zod'
import { documentJsonSchema, idSchema } from './common.ts'

/** What a comment is about: one quote, or an article as a whole. */
export const commentTargetSchema = z.union([
  z.object({ quoteId: idSchema }).strict(),
  z.object({ articleId: idSchema }).strict(),
])

/** A rich-text comment as ProseMirror JSON of the comment schema; an empty document removes the comment. */
export const commentSaveSchema = z.object({ target: commentTargetSchema, document: documentJsonSchema })

/** The same from Markdown, as the command line writes it. */
export const commentMarkdownSchema = z.object({
  target: commentTargetSchema,
  markdown: z.string().max(100_000),
})

export const commentSchema = z.object({
  id: idSchema,
  document: documentJsonSchema,
  text: z.string(),
  updatedAt: z.string(),
})
export type Comment = z.infer<typeof commentSchema>
