import { z } from 'zod'
import { idSchema } from './common.ts'

/** Where a quote stands towards a topic. */
export const stanceSchema = z.enum(['supports', 'opposes', 'conditional', 'neutral'])
export type Stance = z.infer<typeof stanceSchema>
export const stances = stanceSchema.options

/** A link as it shows on a quote: the topic with its stance. */
export const quoteLinkSchema = z.object({ id: idSchema, topicId: idSchema, stance: stanceSchema })
export type QuoteLink = z.infer<typeof quoteLinkSchema>
