import { z } from 'zod'
import { idSchema, languageSchema, nameSchema } from './common.ts'

/** A quote's words in another language. One version of a quote at most is authoritative; the quote itself where none is. */
export const translationSchema = z.object({
  id: idSchema,
  lang: languageSchema,
  text: z.string(),
  translator: z.string().nullable(),
  authoritative: z.boolean(),
})
export type Translation = z.infer<typeof translationSchema>

/** Adds a translation, or with `id` changes it. */
export const translationSaveSchema = z.object({
  quoteId: idSchema,
  id: idSchema.optional(),
  lang: languageSchema,
  text: z.string().trim().min(1).max(100_000),
  translator: nameSchema(200).nullable().default(null),
  authoritative: z.boolean().default(false),
})
