import { z } from 'zod'
import { idSchema, nameSchema } from './common.ts'
import { aliasesSchema } from './topic.ts'

export const actorKindSchema = z.enum(['person', 'organisation', 'party'])
export type ActorKind = z.infer<typeof actorKindSchema>

export const actorSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: actorKindSchema,
  aliases: z.array(z.string()),
  description: z.string(),
  /** The organisation or party a person belongs to, or an organisation's party. */
  memberOfId: idSchema.nullable(),
  quoteCount: z.number(),
})
export type Actor = z.infer<typeof actorSchema>

export const actorCreateSchema = z.object({
  name: nameSchema(200),
  kind: actorKindSchema.default('person'),
  aliases: aliasesSchema.optional(),
  description: z.string().max(20_000).optional(),
  memberOfId: idSchema.nullable().optional(),
})

export const actorPatchSchema = z.object({
  id: idSchema,
  name: nameSchema(200).optional(),
  kind: actorKindSchema.optional(),
  aliases: aliasesSchema.optional(),
  description: z.string().max(20_000).optional(),
  memberOfId: idSchema.nullable().optional(),
})
