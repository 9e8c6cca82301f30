import { z } from 'zod'
import { documentJsonSchema, idSchema, nameSchema, timestampSchema } from './common.ts'

const titleSchema = nameSchema(500)

/** A document the analyst writes, with quotes of the notebook embedded, as ProseMirror JSON of `dossierSchema`. */
export const dossierSchema = z.object({
  id: idSchema,
  title: z.string(),
  document: documentJsonSchema,
  text: z.string(),
  wordCount: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Dossier = z.infer<typeof dossierSchema>

export const dossierRowSchema = dossierSchema
  .omit({ document: true, text: true })
  .extend({ quoteCount: z.number() })
export type DossierRow = z.infer<typeof dossierRowSchema>

/** Dossiers whose title or text holds these words, in any case; all of them without. */
export const dossierListSchema = z.object({ words: z.string().max(1000).default('') }).prefault({})

export const dossierCreateSchema = z.object({
  title: titleSchema,
  /** An empty paragraph where none is given. */
  document: documentJsonSchema,
})

/** `basedOn` is the `updatedAt` of the state that was edited: where another window has saved since, nothing is overwritten. */
export const dossierSaveSchema = z.object({
  id: idSchema,
  basedOn: timestampSchema,
  title: titleSchema.optional(),
  document: documentJsonSchema,
})
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
