import { z } from 'zod'
import { idSchema } from './common.ts'

/** A change a user made, named by the procedure that made it (`quote.create`). */
export const operationSchema = z.object({
  id: idSchema,
  label: z.string(),
  at: z.string(),
  undone: z.boolean(),
})
export type Operation = z.infer<typeof operationSchema>

/** What to take back: the latest change, or the named one and nothing else. */
export const undoSchema = z
  .object({ operationId: idSchema.optional(), taskId: idSchema.optional() })
  .optional()

export const journalStateSchema = z.object({
  undo: operationSchema.nullable(),
  redo: operationSchema.nullable(),
})
export type JournalState = z.infer<typeof journalStateSchema>

/** The kinds of rows that change, that can be undone, and that views are refreshed by. */
export const entityKindSchema = z.enum([
  'article',
  'quote',
  'anchor',
  'topic',
  'actor',
  'link',
  'comment',
  'translation',
  'utterance',
  'rejection',
  'membership',
  'step',
  'coder',
  'round',
  'story',
  'distinction',
  'dossier',
  'dossier_version',
  'feed',
  'dismissal',
  'alias_rejection',
  'citation_style',
])
export type EntityKind = z.infer<typeof entityKindSchema>

/** Tells every window what a committed change touched. */
export const changeEventSchema = z.object({
  operation: operationSchema.nullable(),
  entities: z.partialRecord(entityKindSchema, z.array(idSchema)),
})
export type ChangeEvent = z.infer<typeof changeEventSchema>
