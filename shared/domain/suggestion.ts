import { z } from 'zod'
import { idSchema } from './common.ts'

/** A quotation found in a revision and not marked yet. Offsets count UTF-16 units of the revision's plain text. */
export const quoteSuggestionSchema = z.object({
  start: z.number(),
  end: z.number(),
  exact: z.string(),
  kind: z.enum(['direct', 'partial', 'indirect']),
  /** Parts of one utterance share it. */
  group: z.string(),
  /** The fullest name the text has for the speaker; null where nobody can be named. */
  speaker: z.string().nullable(),
  /** The actor of the notebook with that name or alias. */
  speakerId: idSchema.nullable(),
  /** The words at the quotation that name the speaker. */
  mention: z.string().nullable(),
  cue: z.string().nullable(),
  /** 0 to 1: how sure it is that this is a quotation, with this speaker. */
  confidence: z.number(),
  /** Which reading of the words around it won. */
  rule: z.string(),
})
export type QuoteSuggestion = z.infer<typeof quoteSuggestionSchema>
