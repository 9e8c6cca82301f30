import { z } from 'zod'
import { documentJsonSchema, idSchema, nameSchema, partialDateSchema } from './common.ts'
import { taskChoiceSchema } from './task.ts'

export const topicStatusSchema = z.enum(['open', 'proposed', 'agreed', 'final', 'blocked'])
export type TopicStatus = z.infer<typeof topicStatusSchema>

/** A topic's colour is one of ten slots of the palette; the palette itself belongs to the interface. */
export const topicColourSchema = z.number().int().min(0).max(9)

export const topicSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  name: z.string(),
  aliases: z.array(z.string()),
  description: z.string(),
  status: topicStatusSchema,
  colour: topicColourSchema,
  /** Orders siblings. */
  position: z.number(),
  /** Live quotes linked to this very topic, not to those below it. */
  quoteCount: z.number(),
})
export type Topic = z.infer<typeof topicSchema>

export const aliasesAtMost = 100
export const aliasesSchema = z.array(nameSchema(200)).max(aliasesAtMost)

export const topicCreateSchema = z.object({
  parentId: idSchema.nullable().default(null),
  name: nameSchema(200),
  description: z.string().max(20_000).optional(),
  aliases: aliasesSchema.optional(),
  status: topicStatusSchema.optional(),
  colour: topicColourSchema.optional(),
})

/** A path of names from the root, `['Security', 'Guarantees']`; what is missing is created. */
export const topicPathSchema = z.object({ path: z.array(nameSchema(200)).min(1).max(20) })

export const topicPatchSchema = z.object({
  id: idSchema,
  name: nameSchema(200).optional(),
  aliases: aliasesSchema.optional(),
  description: z.string().max(20_000).optional(),
  status: topicStatusSchema.optional(),
  colour: topicColourSchema.optional(),
})

/** Puts a topic below `parentId` (null: a root), after the sibling `afterId` (null: first). */
export const topicMoveSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  afterId: idSchema.nullable(),
})

export const mergeSchema = z.object({ id: idSchema, intoId: idSchema, ...taskChoiceSchema.shape })

/** The separator in a written path, as in `Security > Guarantees`; `/` is accepted as well. */
export function parseTopicPath(written: string): string[] {
  return written
    .split(/\s*[>/]\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** One step of a topic's way: the status it got, since when, and why. */
export const topicStepSchema = z.object({
  id: idSchema,
  topicId: idSchema,
  status: topicStatusSchema,
  since: z.string().nullable(),
  note: z.string(),
})
export type TopicStep = z.infer<typeof topicStepSchema>

/** Adds a step, or with `id` changes it; the topic's status is that of its latest step. */
export const topicStepSaveSchema = z.object({
  id: idSchema.optional(),
  topicId: idSchema,
  status: topicStatusSchema,
  since: partialDateSchema.nullable().default(null),
  note: z.string().max(20_000).default(''),
})

/** The analyst's memo on a topic, as ProseMirror JSON of the comment schema; null where there is none. */
export const memoSchema = z.object({ document: documentJsonSchema, text: z.string() }).nullable()
export const memoSaveSchema = z.object({ topicId: idSchema, document: documentJsonSchema })

/** A topic that a quote may belong to, with what speaks for it. */
export const topicSuggestionSchema = z.object({
  topicId: idSchema,
  /** 0 to 1. */
  score: z.number(),
  reasons: z.array(
    z.discriminatedUnion('kind', [
      /** The quote has this name or alias of the topic. */
      z.object({ kind: z.literal('name'), name: z.string() }),
      /** This quote on the topic has the same telling words. */
      z.object({ kind: z.literal('quote'), quoteId: idSchema }),
    ]),
  ),
})
