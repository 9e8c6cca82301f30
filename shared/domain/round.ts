import { z } from 'zod'
import { idSchema, nameSchema, partialDateSchema } from './common.ts'

const facts = {
  name: nameSchema(300),
  fromOn: partialDateSchema.nullable(),
  /** The last day; null where it was one day, or nobody knows. */
  untilOn: partialDateSchema.nullable(),
  place: nameSchema(300).nullable(),
  participantIds: z.array(idSchema).max(1000),
  agendaIds: z.array(idSchema).max(1000),
  note: z.string().max(20_000),
}

/** A negotiation meeting. Quotes and articles can belong to it. */
export const roundSchema = z.object({
  id: idSchema,
  ...facts,
  quoteCount: z.number(),
  articleCount: z.number(),
})
export type Round = z.infer<typeof roundSchema>

export const roundCreateSchema = z.object({
  name: facts.name,
  fromOn: facts.fromOn.default(null),
  untilOn: facts.untilOn.default(null),
  place: facts.place.default(null),
  participantIds: facts.participantIds.default([]),
  agendaIds: facts.agendaIds.default([]),
  note: facts.note.default(''),
})

export const roundPatchSchema = z.object(facts).partial().extend({ id: idSchema })

/** Puts quotes and articles into a round, or with null into none. */
export const roundAssignSchema = z
  .object({
    roundId: idSchema.nullable(),
    quoteIds: z.array(idSchema).max(100_000).default([]),
    articleIds: z.array(idSchema).max(100_000).default([]),
  })
  .refine(
    ({ quoteIds, articleIds }) => quoteIds.length + articleIds.length > 0,
    'Name a quote or an article.',
  )
