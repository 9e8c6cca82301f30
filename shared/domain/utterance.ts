import { z } from 'zod'
import { idSchema } from './common.ts'

/** How the words of two quotes go together. */
export const likenessSchema = z.enum(['exact', 'cut', 'reworded', 'translated'])
export type Likeness = z.infer<typeof likenessSchema>

/** Two quotes that may be the same words, in articles of their own. */
export const utterancePairSchema = z.object({
  quoteId: idSchema,
  otherId: idSchema,
  kind: likenessSchema,
  /** 0 to 1. */
  score: z.number(),
  /** What speaks for it, as `speaker`, `day`, `words 0.83`, `numbers 3`. */
  reasons: z.array(z.string()),
})
export type UtterancePair = z.infer<typeof utterancePairSchema>

const several = z.array(idSchema).min(2).max(1000)

/** Says that the quotes are the same words; utterances they belong to already become one. */
export const utteranceConfirmSchema = z.object({ quoteIds: several })
/** Says that no two of the quotes are the same words; they are not suggested again. */
export const utteranceRejectSchema = z.object({ quoteIds: several.max(50) })

/** Of one quote, or of a speaker's quotes, or of what was marked last. */
export const utteranceSuggestSchema = z.object({
  quoteId: idSchema.optional(),
  speakerId: idSchema.optional(),
  limit: z.number().int().min(1).max(500).default(50),
})
