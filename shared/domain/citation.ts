import { z } from 'zod'
import { idSchema } from './common.ts'
import { dossierPlaceSchema } from './dossier-check.ts'

/** The name of a citation style: that of a file without its `.csl`. */
export const citationStyleIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/)

export const citationStyleSchema = z.object({
  id: citationStyleIdSchema,
  title: z.string(),
  /** Whether it cites in the text or in notes. */
  kind: z.enum(['in-text', 'note']),
  /** The language it is written for; null for any. */
  lang: z.string().nullable(),
})
export type CitationStyle = z.infer<typeof citationStyleSchema>

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

export const bibliographyRequestSchema = z.object({
  id: idSchema,
  style: citationStyleIdSchema,
  /** That of the style, or else of the dossier, where none is given. */
  lang: citationLangSchema.optional(),
})

export const bibliographyEntrySchema = z.object({
  articleId: idSchema,
  /** What stands before the entry in a column of its own, as a number. */
  label: z.array(runSchema).nullable(),
  runs: z.array(runSchema),
})
export type BibliographyEntry = z.infer<typeof bibliographyEntrySchema>

export const bibliographySchema = z.object({
  style: citationStyleSchema,
  /** How each embedded quote is cited, in the order of the document; a quote that is gone has none. */
  citations: z.array(
    z.object({
      place: dossierPlaceSchema,
      quoteId: idSchema,
      runs: z.array(runSchema),
      /** The number of its note among all notes of the dossier, from 1, where the style cites in notes. */
      note: z.number().nullable(),
    }),
  ),
  /** In the order of the style. Articles that are mentioned stand among those that are quoted. */
  entries: z.array(bibliographyEntrySchema),
})
export type Bibliography = z.infer<typeof bibliographySchema>
