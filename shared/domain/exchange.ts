import { z } from 'zod'
import { idSchema } from './common.ts'
import { taskChoiceSchema } from './task.ts'

/** What can be written: the file formats by the names that the command line gives them. */
export const exportFormatSchema = z.enum([
  'notebook-json',
  'quotes-csv',
  'markdown',
  'web-annotation',
  'hypothesis',
  'qdpx',
  'qdc',
  'dna',
  'dna-csv',
  'csl-json',
  'bibtex',
  'ris',
])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** Only the quotes that answer to all of these, and the articles they are from; everything where none is given. */
export const exportSelectionSchema = z.object({
  /** Linked to this topic or one below it. */
  topicId: idSchema.optional(),
  actorId: idSchema.optional(),
  articleId: idSchema.optional(),
  roundId: idSchema.optional(),
})
export type ExportSelection = z.infer<typeof exportSelectionSchema>

export const exportRequestSchema = taskChoiceSchema.extend({
  format: exportFormatSchema,
  selection: exportSelectionSchema.default({}),
})

/** What a format could not carry as it is in the notebook, and how often. */
export const exportLossSchema = z.object({
  kind: z.enum([
    'shortened',
    'link-without-agreement',
    'quote-without-topic',
    'quote-without-speaker',
    'quote-of-older-revision',
    'character-replaced',
    'article-without-quotes',
    'note-left-out',
    'comment-left-out',
    'translation-left-out',
    'link-details-left-out',
  ]),
  count: z.number(),
  examples: z.array(z.string()),
})
export type ExportLoss = z.infer<typeof exportLossSchema>

export const exportReportSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  articles: z.number(),
  quotes: z.number(),
  losses: z.array(exportLossSchema),
})
export type ExportReport = z.infer<typeof exportReportSchema>
