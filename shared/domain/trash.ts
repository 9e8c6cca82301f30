import { z } from 'zod'
import { idSchema } from './common.ts'

export const trashKindSchema = z.enum([
  'article',
  'quote',
  'topic',
  'actor',
  'comment',
  'translation',
  'round',
  'dossier',
  'feed',
  'citation_style',
])
export type TrashKind = z.infer<typeof trashKindSchema>

export const trashItemSchema = z.object({
  kind: trashKindSchema,
  id: idSchema,
  name: z.string(),
  /** What goes back with it: quotes of an article, links of a topic. */
  withIt: z.number(),
  deletedAt: z.string(),
})
export type TrashItem = z.infer<typeof trashItemSchema>

export const trashRefSchema = z.object({
  items: z
    .array(z.object({ kind: trashKindSchema, id: idSchema }))
    .min(1)
    .max(100_000),
})
