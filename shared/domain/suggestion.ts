import { z } from 'zod'
import { idSchema, nameSchema } from './common.ts'

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

export const suggestionAcceptSchema = z.object({
  revisionId: idSchema,
  passages: z
    .array(
      z
        .object({ start: z.number().int().min(0), end: z.number().int().min(1) })
        .refine(({ start, end }) => start < end, 'A quote holds at least one character.'),
    )
    .min(1)
    .max(100),
  /** An actor; or a name, whose bearer is created where there is none; or nobody. */
  speaker: z.union([z.object({ actorId: idSchema }), z.object({ name: nameSchema(200) })]).nullable(),
  /** What the article calls the speaker. It becomes another name of theirs, unless it is somebody's already. */
  alias: nameSchema(200).optional(),
})
export type SuggestionAccept = z.input<typeof suggestionAcceptSchema>

export const acceptedSchema = z.object({
  /** The quotes, one a passage, in the order given. */
  quoteIds: z.array(idSchema),
  speakerId: idSchema.nullable(),
  /** Whether `alias` is a new name of the speaker. */
  taught: z.boolean(),
})
