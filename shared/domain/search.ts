import { z } from 'zod'
import { queryProblemCodes } from '../search/query.ts'
import { idSchema } from './common.ts'

/** Half-open UTF-16 ranges [start, end) of the text beside them. */
export const marksSchema = z.array(z.tuple([z.number(), z.number()]))

export const searchKindSchema = z.enum(['article', 'quote', 'comment'])
export type SearchKind = z.infer<typeof searchKindSchema>

export const searchRequestSchema = z.object({
  query: z.string().max(2000),
  /** The last word is still being typed: it matches as a beginning. */
  asYouType: z.boolean().default(false),
  limit: z.number().int().min(1).max(200).default(50),
})
export type SearchRequest = z.infer<typeof searchRequestSchema>

export const searchHitSchema = z.object({
  kind: searchKindSchema,
  id: idSchema,
  articleId: idSchema,
  quoteId: idSchema.nullable(),
  title: z.string(),
  titleMarks: marksSchema,
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  lang: z.string(),
  speaker: z.string().nullable(),
  snippet: z.object({ text: z.string(), marks: marksSchema }),
})
export type SearchHit = z.infer<typeof searchHitSchema>

export const searchAnswerSchema = z.object({
  hits: z.array(searchHitSchema),
  /** `atLeast`: counting stopped there. */
  total: z.object({ count: z.number(), atLeast: z.boolean() }),
  /** What in the query was not understood and left out. */
  problems: z.array(
    z.object({
      code: z.enum(queryProblemCodes),
      field: z.string().optional(),
      value: z.string().optional(),
      message: z.string(),
    }),
  ),
  tookMs: z.number(),
})
export type SearchAnswer = z.infer<typeof searchAnswerSchema>
