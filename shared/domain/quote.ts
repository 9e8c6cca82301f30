import { z } from 'zod'
import {
  documentJsonSchema,
  idSchema,
  idsLimitSchema,
  idsSchema,
  languageSchema,
  nameSchema,
  partialDateSchema,
  windowSchema,
} from './common.ts'
import { quoteLinkSchema, stanceSchema } from './link.ts'
import { translationSchema } from './translation.ts'

/** Where a quote stands in one revision, in UTF-16 offsets of its plain text, and how it was found there. */
export const anchorSchema = z.object({
  revisionId: idSchema,
  outcome: z.enum(['same', 'moved', 'changed', 'lost']),
  how: z.enum(['marked', 'position', 'quote', 'approximate', 'hand', 'none']),
  start: z.number().nullable(),
  end: z.number().nullable(),
  score: z.number(),
})
export type QuoteAnchor = z.infer<typeof anchorSchema>

/** One quote's anchor in a revision that need not be the one read now. */
export const revisionAnchorSchema = anchorSchema.extend({ quoteId: idSchema })
export type RevisionAnchor = z.infer<typeof revisionAnchorSchema>

/** How the words came to the article. */
export const channelSchema = z.enum(['verbatim', 'partial', 'paraphrase', 'unnamed', 'leak', 'document'])
export type Channel = z.infer<typeof channelSchema>

export const saidPrecisionSchema = z.enum(['day', 'week', 'month', 'year', 'unknown'])

/** The chain from the speaker to the article. Null is a link that nobody has filled in yet, and is shown as such. */
export const attributionSchema = z.object({
  /** What the speaker was on that date: “foreign minister”. */
  speakerRole: nameSchema(200).nullable(),
  /** For whom the speaker spoke. */
  onBehalfId: idSchema.nullable(),
  channel: channelSchema.nullable(),
  /** The outlet that the article has it from: “according to X”. */
  citedOutlet: nameSchema(200).nullable(),
  /** How exactly `saidOn` is meant; null: as exactly as it is written. A week is that of its day. */
  saidPrecision: saidPrecisionSchema.nullable(),
  /** The date in the article's words: “early this week”. */
  saidWords: nameSchema(200).nullable(),
  /** The time zone that the date is meant in: `Europe/Geneva`, `+02:00`. */
  saidZone: nameSchema(60).nullable(),
})
export type Attribution = z.infer<typeof attributionSchema>

export const quoteSchema = attributionSchema.extend({
  id: idSchema,
  articleId: idSchema,
  /** The revision it was marked in, where `exact` stands at `start`. */
  revisionId: idSchema,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.number(),
  end: z.number(),
  /** The page it begins on, from 1, where the source has pages. */
  page: z.number().nullable(),
  speakerId: idSchema.nullable(),
  saidOn: z.string().nullable(),
  links: z.array(quoteLinkSchema),
  translations: z.array(translationSchema),
  /** Quotes with the same one are the same words; null for words that stand alone. */
  utteranceId: idSchema.nullable(),
  roundId: idSchema.nullable(),
  comment: z
    .object({ id: idSchema, document: documentJsonSchema, text: z.string(), updatedAt: z.string() })
    .nullable(),
  /** Its place in the article's current revision. */
  anchor: anchorSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Quote = z.infer<typeof quoteSchema>

/** A quote in a list outside its article, with what names the source. */
export const quoteRowSchema = quoteSchema.extend({
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  url: z.string().nullable(),
  lang: z.string(),
})
export type QuoteRow = z.infer<typeof quoteRowSchema>

export const quoteCreateSchema = z
  .object({
    revisionId: idSchema,
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    speakerId: idSchema.nullable().optional(),
    saidOn: partialDateSchema.nullable().optional(),
    links: z
      .array(z.object({ topicId: idSchema, stance: stanceSchema, coderId: idSchema.nullable().optional() }))
      .max(100)
      .default([]),
  })
  .refine(({ start, end }) => start < end, 'A quote holds at least one character.')

/** Marks by words instead of offsets, as the command line does: `exact` must be found in the current revision. */
export const quoteByWordsSchema = z.object({
  articleId: idSchema,
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(1000).default(''),
  suffix: z.string().max(1000).default(''),
  speakerId: idSchema.nullable().optional(),
  saidOn: partialDateSchema.nullable().optional(),
})

export const quotePatchSchema = attributionSchema.partial().extend({
  id: idSchema,
  roundId: idSchema.nullable().optional(),
  speakerId: idSchema.nullable().optional(),
  saidOn: partialDateSchema.nullable().optional(),
})

export const quoteOrderSchema = z.object({
  /** When it was said, or else published; or when it was marked. */
  by: z.enum(['said', 'marked']),
  descending: z.boolean(),
})
export type QuoteOrder = z.infer<typeof quoteOrderSchema>

/** What narrows a list of quotes. */
export const quoteConditionsSchema = z.object({
  topicId: idSchema.optional(),
  /** With `topicId`: also the quotes of the topics below it. */
  withSubtopics: z.boolean().default(true),
  actorId: idSchema.optional(),
  articleId: idSchema.optional(),
  roundId: idSchema.optional(),
  stance: stanceSchema.optional(),
  /** Only those of which nobody is named as the speaker. */
  unnamed: z.literal(true).optional(),
  /** Said by the party or organisation itself, or by somebody who belongs to it or ever did. */
  partyId: idSchema.optional(),
  /** Linked to a topic by this coder. */
  coderId: idSchema.optional(),
  /** Not linked to any topic by this coder; with null, by nobody. */
  uncodedBy: idSchema.nullable().optional(),
  outlet: z.string().max(500).optional(),
  lang: languageSchema.optional(),
  /** Placed in time on this day or later, by when it was said or else published. */
  from: partialDateSchema.optional(),
  until: partialDateSchema.optional(),
})
export type QuoteConditions = z.infer<typeof quoteConditionsSchema>

export const quoteFilterSchema = windowSchema.extend({
  ...quoteConditionsSchema.shape,
  /** Left out: the latest said first. */
  order: quoteOrderSchema.optional(),
})
export type QuoteFilter = z.infer<typeof quoteFilterSchema>

/** A stretch of a list of quotes, however long, by ids alone. */
export const quoteIdsSchema = quoteFilterSchema.extend({ limit: idsLimitSchema })

/** The same facts for many quotes at once: one step to undo. What is left out stays as it is. */
export const quoteChangeSchema = quotePatchSchema.omit({ id: true }).extend({ ids: idsSchema.shape.ids })

export const reattachSchema = z.object({
  id: idSchema,
  revisionId: idSchema,
  start: z.number().int().min(0),
  end: z.number().int().min(1),
})

/** A quote of which nothing but its words is known yet. */
export const noAttribution: Attribution = {
  speakerRole: null,
  onBehalfId: null,
  channel: null,
  citedOutlet: null,
  saidPrecision: null,
  saidWords: null,
  saidZone: null,
}
