import { z } from 'zod'
import { idSchema } from './common.ts'
import { taskChoiceSchema } from './task.ts'

/** What can be read: formats by the names that the command line gives them. `articles` are files that are clipped each by itself. */
export const importFormatSchema = z.enum([
  'notebook',
  'notebook-json',
  'web-annotation',
  'hypothesis',
  'qdpx',
  'qdc',
  'dna',
  'zotero',
  'readwise',
  'omnivore',
  'pocket',
  'instapaper',
  'raindrop',
  'karakeep',
  'bookmarks',
  'obsidian',
  'joplin',
  'codebook',
  'articles',
])
export type ImportFormat = z.infer<typeof importFormatSchema>

/** What an import brings, as its report counts it. */
export const importKindSchema = z.enum([
  'article',
  'revision',
  'quote',
  'topic',
  'actor',
  'coder',
  'round',
  'link',
  'comment',
  'translation',
  'utterance',
  'story',
  'membership',
  'step',
  'dossier',
  'feed',
  'citation_style',
])
export type ImportKind = z.infer<typeof importKindSchema>

const named = z.object({ total: z.number(), names: z.array(z.string()) })
export type ImportNamed = z.infer<typeof named>

/** Of each list of names the first 200; `total` counts all. */
export const importPartSchema = z.object({
  kind: importKindSchema,
  added: named,
  /** In the notebook already, and left as it is. */
  there: named,
  /** Thrown away here, and so not brought back. */
  removed: named,
})
export type ImportPart = z.infer<typeof importPartSchema>

/** The notebook and the file say something else of the same thing; the notebook keeps what it says. */
export const importConflictSchema = z.object({
  kind: importKindSchema,
  name: z.string(),
  field: z.string(),
  here: z.string(),
  there: z.string(),
})
export type ImportConflict = z.infer<typeof importConflictSchema>

export const importReportSchema = z.object({
  format: importFormatSchema,
  /** Only of what there is some of. */
  parts: z.array(importPartSchema),
  /** The first 200. */
  conflicts: z.object({ total: z.number(), rows: z.array(importConflictSchema) }),
  /** Quotes whose words do not stand in the text that is read here; they wait to be put in place by hand. */
  lost: named,
  /** What the file has and a notebook has no place for, by its sort. */
  leftOut: z.array(named.extend({ sort: z.string() })),
  /** Articles that came, the first 200. */
  articles: z.array(z.object({ id: idSchema, title: z.string() })),
})
export type ImportReport = z.infer<typeof importReportSchema>

/** Files that a window hands over, by their paths inside what was chosen. */
export const uploadBeginSchema = z.object({
  files: z
    .array(z.object({ path: z.string().min(1).max(4000), size: z.number().int().min(0) }))
    .min(1)
    .max(50_000),
})

/** Files travel in pieces, each in base64 and after the one before it. */
export const uploadPieceBytes = 3_000_000
export const uploadPieceSchema = z.object({
  uploadId: idSchema,
  file: z.number().int().min(0),
  offset: z.number().int().min(0),
  bytes: z.string().max(4_100_000),
})

/** What was handed over whole before. */
export const importRequestSchema = taskChoiceSchema.extend({
  uploadId: idSchema,
  /** Found out from the file where it is left out. */
  format: importFormatSchema.optional(),
})

export const importedSchema = z.object({
  report: importReportSchema,
  /** The step to take back; null where nothing was changed. */
  operationId: idSchema.nullable(),
})
