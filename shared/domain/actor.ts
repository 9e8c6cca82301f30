import { z } from 'zod'
import { idSchema, nameSchema, partialDateSchema } from './common.ts'
import { aliasesSchema } from './topic.ts'

export const actorKindSchema = z.enum(['person', 'organisation', 'party'])
export type ActorKind = z.infer<typeof actorKindSchema>

export const actorSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: actorKindSchema,
  aliases: z.array(z.string()),
  description: z.string(),
  /** The organisation or party a person belongs to, or an organisation's party, where no dated membership says otherwise. */
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

/** What an actor was a member of, in which role, from when until when; null is an open end. */
export const membershipSchema = z.object({
  id: idSchema,
  actorId: idSchema,
  memberOfId: idSchema,
  role: z.string().nullable(),
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
})
export type Membership = z.infer<typeof membershipSchema>

/** Adds a membership, or with `id` changes it. */
export const membershipSaveSchema = z
  .object({
    id: idSchema.optional(),
    actorId: idSchema,
    memberOfId: idSchema,
    role: nameSchema(200).nullable().default(null),
    fromOn: partialDateSchema.nullable().default(null),
    untilOn: partialDateSchema.nullable().default(null),
  })
  .refine(
    ({ fromOn, untilOn }) => fromOn === null || untilOn === null || fromOn <= `${untilOn}~`,
    'It ends before it begins.',
  )

/** Takes quotes and aliases of an actor over to a new one of the same kind. */
export const actorSplitSchema = z.object({
  id: idSchema,
  name: nameSchema(200),
  aliases: aliasesSchema.default([]),
  quoteIds: z.array(idSchema).max(100_000).default([]),
})

/** Two actors whose names may be spellings of one. */
export const aliasSuggestionSchema = z.object({
  actorId: idSchema,
  otherId: idSchema,
  name: z.string(),
  otherName: z.string(),
})

/** Two actors that are not the same, whatever their names. */
export const aliasRejectSchema = z.object({ actorId: idSchema, otherId: idSchema })
