import { z } from 'zod'
import { idSchema, nameSchema, publicationTimeSchema } from './common.ts'

/** What to do when the same URL or the same text is in the notebook already. */
export const onDuplicateSchema = z.enum(['ask', 'revise', 'separate'])

const facts = {
  /** Facts the user knows better than the page. */
  title: nameSchema(1000).optional(),
  publishedAt: publicationTimeSchema.optional(),
  onDuplicate: onDuplicateSchema.default('ask'),
  /** Chosen by the caller, to follow or cancel this capture. */
  taskId: idSchema.optional(),
}

export const clipUrlSchema = z.object({ url: z.string().min(1).max(4000), ...facts })

/** `bytes` in base64; the file name tells the kind where the bytes do not. */
export const clipFileSchema = z.object({
  fileName: z.string().min(1).max(1000),
  bytes: z.string().max(90_000_000),
  url: z.string().max(4000).optional(),
  /** Files of one import are one step to undo, and one whose very bytes are there already is not taken apart again. */
  importId: idSchema.optional(),
  ...facts,
})

/** Pasted words: `html` where the clipboard had it, always with its plain `text`. */
export const clipTextSchema = z.object({
  text: z.string().max(20_000_000),
  html: z.string().max(20_000_000).optional(),
  url: z.string().max(4000).optional(),
  ...facts,
})

export const captureWarningSchema = z.object({ code: z.string(), message: z.string() })

export const clipResultSchema = z.object({
  /** `duplicate`: nothing was written, because `onDuplicate` was `ask`; `unchanged`: a revision would say the same. */
  outcome: z.enum(['created', 'revised', 'duplicate', 'unchanged']),
  articleId: idSchema,
  revisionId: idSchema,
  title: z.string(),
  wordCount: z.number(),
  lang: z.string(),
  /** The article that was there before, where this is the same URL or the same text. */
  duplicateOf: idSchema.nullable(),
  duplicateBy: z.enum(['url', 'text']).nullable(),
  warnings: z.array(captureWarningSchema),
  /** With `revised`: what became of the article's quotes. */
  quotes: z.object({ same: z.number(), moved: z.number(), changed: z.number(), lost: z.number() }).nullable(),
})
export type ClipResult = z.infer<typeof clipResultSchema>
