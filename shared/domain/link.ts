import { z } from 'zod'
import { idSchema, idsSchema, partialDateSchema } from './common.ts'

/** Where a quote stands towards a topic. */
export const stanceSchema = z.enum(['supports', 'opposes', 'conditional', 'neutral'])
export type Stance = z.infer<typeof stanceSchema>
export const stances = stanceSchema.options

/** How strongly it is said, or how sure its coder is: 1 weak, 2 plain, 3 strong. */
const degreeSchema = z.number().int().min(1).max(3)

/** What can be said of a link beyond its stance. Null is "not said", never a guess. */
export const linkDetailsSchema = z.object({
  /** The words of the condition: “X if Y by Z”. */
  condition: z.string().trim().min(1).max(2000).nullable(),
  /** The topic that the condition is about. */
  conditionTopicId: idSchema.nullable(),
  /** Who would have to meet the condition. */
  conditionActorId: idSchema.nullable(),
  byDate: partialDateSchema.nullable(),
  redLine: z.boolean(),
  strength: degreeSchema.nullable(),
  confidence: degreeSchema.nullable(),
})
export type LinkDetails = z.infer<typeof linkDetailsSchema>

export const noLinkDetails: LinkDetails = {
  condition: null,
  conditionTopicId: null,
  conditionActorId: null,
  byDate: null,
  redLine: false,
  strength: null,
  confidence: null,
}

/** A link as it shows on a quote: the topic with its stance, and who coded it; null where nobody gave a name. */
export const quoteLinkSchema = linkDetailsSchema.extend({
  id: idSchema,
  topicId: idSchema,
  stance: stanceSchema,
  coderId: idSchema.nullable(),
})
export type QuoteLink = z.infer<typeof quoteLinkSchema>

/** Links quotes to a topic as one coder sees it; details that are left out stay as they are. */
export const linkSetSchema = linkDetailsSchema.partial().extend({
  quoteIds: idsSchema.shape.ids,
  topicId: idSchema,
  stance: stanceSchema,
  coderId: idSchema.nullable().default(null),
})

/** Without `coderId` the links of every coder go. */
export const linkRemoveSchema = z.object({
  quoteIds: idsSchema.shape.ids,
  topicId: idSchema,
  coderId: idSchema.nullable().optional(),
})
