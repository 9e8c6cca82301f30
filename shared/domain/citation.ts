import { z } from 'zod'
import { idSchema } from './common.ts'

/** The name of a citation style: that of a file without its `.csl`. */
export const citationStyleIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/)

export const citationStyleSchema = z.object({
  id: citationStyleIdSchema,
  title: z.string(),
  /** Whether it cites in the text or in notes. */
  kind: z.enum(['in-text', 'note']),
  /** The language it is written for; null for any. */
  lang: z.string().nullable(),
  /** The row of one that was added to the notebook; null for one that comes with the program. */
  addedId: idSchema.nullable(),
})
export type CitationStyle = z.infer<typeof citationStyleSchema>

/** The text of a CSL file. One that is there by its name already is written over only where `replace` says so. */
export const styleAddSchema = z.object({
  csl: z.string().max(4_000_000),
  replace: z.boolean().default(false),
})

/** What came of adding a style. Nothing was changed but by `added` and `updated`. */
export const styleAddedSchema = z.discriminatedUnion('outcome', [
  z.object({
    /** `same`: it is there already, word for word. `exists`: another text is there by its name. */
    outcome: z.enum(['added', 'updated', 'same', 'exists']),
    style: citationStyleSchema,
  }),
  /** It only names another style, which is the one to be used. */
  z.object({
    outcome: z.literal('dependent'),
    title: z.string(),
    /** Where its author says that the other one is; no address that anything is fetched from. */
    parent: z.string(),
    /** The other one, where it is there. */
    style: citationStyleSchema.nullable(),
  }),
])
export type StyleAdded = z.infer<typeof styleAddedSchema>

/** Languages in which citations, and the words around them in an export, can be written. */
export const citationLangSchema = z.enum(['en', 'uk', 'ru', 'fr', 'de'])
export type CitationLang = z.infer<typeof citationLangSchema>

/** A stretch of text set one way. */
export const runSchema = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  smallCaps: z.literal(true).optional(),
  raised: z.literal(true).optional(),
  lowered: z.literal(true).optional(),
  /** http or https. */
  href: z.string().optional(),
})
export type Run = z.infer<typeof runSchema>

/** The style of citations where none was chosen. */
export const defaultCitationStyle = 'apa'

/** What a dossier cites, in its order. */
export const citedSchema = z.object({
  quotes: z
    .array(
      z.object({
        id: idSchema,
        /** How many footnotes stand before it. */
        notes: z.number().int().min(0),
      }),
    )
    .max(20_000),
  /** Articles that are mentioned. */
  articles: z.array(idSchema).max(20_000),
})
export type CitedInDossier = z.infer<typeof citedSchema>

export const bibliographyRequestSchema = z.object({
  id: idSchema,
  /** That of the dossier where none is given. */
  style: citationStyleIdSchema.optional(),
  /** That of the dossier where none is given, or else of the style, or of its text. */
  lang: citationLangSchema.optional(),
  /** What it cites as it is written, where that is not saved yet. */
  cited: citedSchema.optional(),
})

/** What is not known of an article that is cited. */
export const missingFactSchema = z.enum(['byline', 'publishedAt', 'outlet'])
export type MissingFact = z.infer<typeof missingFactSchema>

export const bibliographyEntrySchema = z.object({
  articleId: idSchema,
  /** What stands before the entry in a column of its own, as a number. */
  label: z.array(runSchema).nullable(),
  runs: z.array(runSchema),
})
export type BibliographyEntry = z.infer<typeof bibliographyEntrySchema>

export const quoteCitationSchema = z.object({
  quoteId: idSchema,
  articleId: idSchema,
  runs: z.array(runSchema),
  /** The number of its note among all notes of the dossier, from 1, where the style cites in notes. */
  note: z.number().nullable(),
})
export type QuoteCitation = z.infer<typeof quoteCitationSchema>

export const bibliographySchema = z.object({
  style: citationStyleSchema,
  lang: citationLangSchema,
  /** How each embedded quote is cited, in the order of the document; a quote that is gone has none. */
  citations: z.array(quoteCitationSchema),
  /** In the order of the style. Articles that are mentioned stand among those that are quoted. */
  entries: z.array(bibliographyEntrySchema),
  /** What is not known of the articles of `entries`, by their ids; nothing of one of which all is known. */
  missing: z.record(idSchema, z.array(missingFactSchema)),
})
export type Bibliography = z.infer<typeof bibliographySchema>
