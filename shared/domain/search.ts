import { z } from 'zod'
import { queryProblemCodes, searchKinds } from '../search/query.ts'
import { idSchema } from './common.ts'

/** Half-open UTF-16 ranges [start, end) of the text beside them. */
export const marksSchema = z.array(z.tuple([z.number(), z.number()]))

export const searchKindSchema = z.enum(searchKinds)
export type { SearchKind } from '../search/query.ts'

export const searchRequestSchema = z.object({
  query: z.string().max(2000),
  /** The last word is still being typed: it matches as a beginning. */
  asYouType: z.boolean().default(false),
  limit: z.number().int().min(1).max(200).default(50),
  /** Whether to say how much of each kind there is, also of those that `kind:` leaves out. */
  facets: z.boolean().default(false),
})
export type SearchRequest = z.infer<typeof searchRequestSchema>

export const searchHitSchema = z.object({
  kind: searchKindSchema,
  id: idSchema,
  /** Of what the analyst wrote: null, but for comments. */
  articleId: idSchema.nullable(),
  quoteId: idSchema.nullable(),
  title: z.string(),
  titleMarks: marksSchema,
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  lang: z.string(),
  speaker: z.string().nullable(),
  /** In a dossier: the most telling words marked in the snippet, and where its text has them, in UTF-16 units. */
  place: z.object({ words: z.string(), offset: z.number() }).nullable(),
  snippet: z.object({ text: z.string(), marks: marksSchema }),
})
export type SearchHit = z.infer<typeof searchHitSchema>

const countSchema = z.object({ count: z.number(), atLeast: z.boolean() })

export const searchAnswerSchema = z.object({
  hits: z.array(searchHitSchema),
  /** `atLeast`: counting stopped there. */
  total: countSchema,
  /** Where they were asked for: the kinds of which something is found. */
  facets: z.array(countSchema.extend({ kind: searchKindSchema })),
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
