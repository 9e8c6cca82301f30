import { z } from 'zod'
import { idSchema } from './common.ts'
import { frozenKinds } from './frozen-view.ts'

/** Where something stands in the dossier that was looked at. */
export const dossierPlaceSchema = z.object({
  /** The way down to the block: which child of the document, which child of that, and so on, from 0. */
  path: z.array(z.number()),
  /** ProseMirror positions. */
  from: z.number(),
  to: z.number(),
})
export type DossierPlace = z.infer<typeof dossierPlaceSchema>

/** What can be wrong with an embedded quote. */
export const evidenceFindingKindSchema = z.enum([
  /** Its words are not those of the revision it was taken from. */
  'words-differ',
  /** The source reads otherwise now. */
  'source-changed',
  /** The source no longer has the passage. */
  'source-lost',
  'in-trash',
  /** Removed for good, or never in this notebook. */
  'gone',
  'no-speaker',
  /** Neither when it was said nor when it was published is known. */
  'no-date',
])
export type EvidenceFindingKind = z.infer<typeof evidenceFindingKindSchema>

export const evidenceFindingSchema = z.object({
  kind: evidenceFindingKindSchema,
  place: dossierPlaceSchema,
  quoteId: idSchema,
  /** Null where the quote is gone. */
  articleId: idSchema.nullable(),
  articleTitle: z.string().nullable(),
  /** The words as embedded. */
  text: z.string(),
  /** For words that differ, what the revision has; for a source that changed, what it reads now. */
  sourceText: z.string().nullable(),
})
export type EvidenceFinding = z.infer<typeof evidenceFindingSchema>

/** Words that were typed as a quotation and stand in the notebook. */
export const typedQuoteSchema = z.object({
  place: dossierPlaceSchema,
  text: z.string(),
  articleId: idSchema,
  articleTitle: z.string(),
  /** Where the words stand: the current revision if it has them; `start` and `end` count UTF-16 units of its text. */
  revisionId: idSchema,
  start: z.number(),
  end: z.number(),
  /** The quote that holds them; null where the passage is not marked yet. */
  quoteId: idSchema.nullable(),
})
export type TypedQuote = z.infer<typeof typedQuoteSchema>

/** A view that is frozen in the dossier: for information, since it is meant to stay as it is. */
export const frozenFindingSchema = z.object({
  place: dossierPlaceSchema,
  kind: z.enum(frozenKinds),
  caption: z.string(),
  frozenAt: z.string(),
  /** Whether the notebook shows the same today; null where it cannot tell. */
  isSame: z.boolean().nullable(),
})
export type FrozenFinding = z.infer<typeof frozenFindingSchema>

export const dossierCheckSchema = z.object({
  /** Embedded quotes that were looked at. */
  quotes: z.number(),
  findings: z.array(evidenceFindingSchema),
  typed: z.array(typedQuoteSchema),
  views: z.array(frozenFindingSchema),
  /** Typed quotations that were not looked at, because there are too many. */
  unlooked: z.number(),
})
export type DossierCheck = z.infer<typeof dossierCheckSchema>
