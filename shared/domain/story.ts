import { z } from 'zod'
import { idSchema } from './common.ts'

/** The other articles of an article's story. */
export const storyCopiesSchema = z.object({
  /** Null where the article is in no story. */
  storyId: idSchema.nullable(),
  copies: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      outlet: z.string().nullable(),
      publishedAt: z.string().nullable(),
      lang: z.string(),
      /** Quotes of the article that was asked about, whose words stand in this one too. */
      quoteIds: z.array(idSchema),
    }),
  ),
})
export type StoryCopies = z.infer<typeof storyCopiesSchema>

export const storyJoinSchema = z.object({ articleIds: z.array(idSchema).min(2).max(1000) })

/** How many texts to look at in one go. */
export const storyFindSchema = z.object({ limit: z.number().int().min(1).max(500).default(100) })

export const storyFindResultSchema = z.object({
  looked: z.number(),
  /** Of those, how many are of an article that is in a story now. */
  found: z.number(),
  /** Texts nobody looked at yet. */
  left: z.number(),
})
export type StoryFindResult = z.infer<typeof storyFindResultSchema>
