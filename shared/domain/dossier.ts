import { z } from 'zod'
import { citationLangSchema, citationStyleIdSchema } from './citation.ts'
import { documentJsonSchema, idSchema, nameSchema, timestampSchema } from './common.ts'
import { quoteRowSchema } from './quote.ts'

const titleSchema = nameSchema(500)

/** A document the analyst writes, with quotes of the notebook embedded, as ProseMirror JSON of `dossierSchema`. */
export const dossierSchema = z.object({
  id: idSchema,
  title: z.string(),
  document: documentJsonSchema,
  text: z.string(),
  wordCount: z.number(),
  /** By which it cites, and in which language; null for what nobody chose. */
  citationStyle: citationStyleIdSchema.nullable(),
  citationLang: citationLangSchema.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Dossier = z.infer<typeof dossierSchema>

export const dossierRowSchema = dossierSchema
  .omit({ document: true, text: true, citationStyle: true, citationLang: true })
  .extend({ quoteCount: z.number() })
export type DossierRow = z.infer<typeof dossierRowSchema>

/** Dossiers whose title or text holds these words, in any case; all of them without. */
export const dossierListSchema = z.object({ words: z.string().max(1000).default('') }).prefault({})

export const dossierCreateSchema = z.object({
  title: titleSchema,
  /** An empty paragraph where none is given. */
  document: documentJsonSchema,
  citationStyle: citationStyleIdSchema.optional(),
})

/** What changed of a document: of its outermost blocks, `removed` from the one numbered `from` on (from 0) are `blocks` now. */
export const dossierChangeSchema = z.object({
  from: z.number().int().min(0),
  removed: z.number().int().min(0),
  blocks: z.array(documentJsonSchema),
})
export type DossierChange = z.infer<typeof dossierChangeSchema>

/**
 * `basedOn` is the `updatedAt` of the state that was edited: where another window has saved since, nothing is overwritten. Of a
 * long document only the `change` need be sent.
 */
export const dossierSaveSchema = z
  .object({
    id: idSchema,
    basedOn: timestampSchema,
    title: titleSchema.optional(),
    document: documentJsonSchema,
    change: dossierChangeSchema.optional(),
    citationStyle: citationStyleIdSchema.nullable().optional(),
    citationLang: citationLangSchema.nullable().optional(),
  })
  .refine(
    ({ document, change }) => document === undefined || change === undefined,
    'Send the document or what changed of it, not both.',
  )
export const dossierSavedSchema = z.object({ updatedAt: z.string() })

export const dossierTargetSchema = z.object({
  kind: z.enum(['quote', 'topic', 'actor', 'round', 'article']),
  id: idSchema,
})

export const dossierVersionRowSchema = z.object({
  id: idSchema,
  /** Null for one that was kept by itself. */
  name: z.string().nullable(),
  title: z.string(),
  wordCount: z.number(),
  createdAt: z.string(),
})
export const dossierVersionSchema = dossierVersionRowSchema.extend({ document: documentJsonSchema })
export type DossierVersionRow = z.infer<typeof dossierVersionRowSchema>
export type DossierVersion = z.infer<typeof dossierVersionSchema>

export const dossierKeepVersionSchema = z.object({ id: idSchema, name: titleSchema })

/** A quote as a dossier shows it: the row of a list, and which capture of its article its words are from. */
export const embeddedQuoteSchema = quoteRowSchema.extend({
  /** It is in the trash. */
  isTrashed: z.boolean(),
  /** Of the revision it was marked in, and of the one that is current; numbered from 1. */
  revisionNumber: z.number(),
  currentNumber: z.number(),
  /** What the current revision says in its place, where that is something else. */
  currentWords: z.string().nullable(),
})
export type EmbeddedQuote = z.infer<typeof embeddedQuoteSchema>

export const embeddedQuotesRequestSchema = z.object({ ids: z.array(idSchema).max(10_000) })

/** An image for a dossier, its bytes as base64. */
export const dossierImageSchema = z.object({ bytes: z.base64().max(14_000_000) })
