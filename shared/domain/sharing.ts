import { z } from 'zod'
import { idSchema, mostIds, nameSchema, partialDateSchema } from './common.ts'
import { taskChoiceSchema } from './task.ts'

/**
 * What the copy of a part can do without: comments with memos and notes; who coded and translated; how far somebody has read;
 * the original bytes (their SHA-256 stays); what was said not to be the same; the texts of dossiers.
 */
export const withholdableSchema = z.enum([
  'comments',
  'coders',
  'status',
  'originals',
  'rejections',
  'dossiers',
])
export type Withholdable = z.infer<typeof withholdableSchema>

const chosenIds = z.array(idSchema).max(mostIds).default([])

/**
 * A part of the notebook: the quotes that answer to every kind that is given (to any one of a kind), their articles, and what those
 * need. Topics count with all below them; an actor with its members.
 */
export const sharePartSchema = z
  .object({
    whole: z.boolean().default(false),
    topicIds: chosenIds,
    articleIds: chosenIds,
    actorIds: chosenIds,
    roundIds: chosenIds,
    dossierIds: chosenIds,
    /** Said, or where that is not known published, from this day on. */
    from: partialDateSchema.optional(),
    until: partialDateSchema.optional(),
  })
  .refine(
    ({ whole, ...part }) => !whole || isNothing(part),
    'Share the whole notebook, or a part of it: not both.',
  )
export type SharePart = z.infer<typeof sharePartSchema>

export const wholePart: SharePart = {
  whole: true,
  topicIds: [],
  articleIds: [],
  actorIds: [],
  roundIds: [],
  dossierIds: [],
}

/** Whether no choice is made in what is a part but for `whole`. */
export function isNothing(part: Record<string, string | readonly string[] | undefined>): boolean {
  return Object.values(part).every((value) => value === undefined || value.length === 0)
}

/** What is withheld where nobody said anything: what its writer meant for nobody else. */
export function withheldByDefault({ dossierIds }: Pick<SharePart, 'dossierIds'>): Withholdable[] {
  return ['comments', 'coders', 'status', ...(dossierIds.length === 0 ? (['dossiers'] as const) : [])]
}

/** By this a coder is known whose name was withheld: other coders have other ones, in every copy the same. */
export function withheldCoderName(id: string): string {
  return `Coder ${id.slice(-6)}`
}

export const shareChoiceSchema = z.object({
  part: sharePartSchema,
  /** `withheldByDefault` where not given. */
  without: z.array(withholdableSchema).optional(),
})
export type ShareChoice = z.infer<typeof shareChoiceSchema>

export const shareRequestSchema = taskChoiceSchema.extend({
  ...shareChoiceSchema.shape,
  /** Of the file, without what it ends in. */
  name: nameSchema(100).optional(),
})

export const shareCountsSchema = z.object({
  articles: z.number(),
  revisions: z.number(),
  quotes: z.number(),
  links: z.number(),
  topics: z.number(),
  actors: z.number(),
  rounds: z.number(),
  coders: z.number(),
  comments: z.number(),
  translations: z.number(),
  images: z.number(),
  dossiers: z.number(),
})
export type ShareCounts = z.infer<typeof shareCountsSchema>

export const sharePreviewSchema = z.object({
  counts: shareCountsSchema,
  /** About how large the file will be, in bytes. */
  bytes: z.number(),
  /** What is there beside the part and stays here: quotes of its articles, links and comments of its quotes. */
  stays: shareCountsSchema.pick({ quotes: true, links: true, comments: true }),
  /** Letters whose original bytes come, and with them whom they were sent to. */
  letters: z.number(),
})
export type SharePreview = z.infer<typeof sharePreviewSchema>

export const shareReportSchema = sharePreviewSchema.extend({ path: z.string() })
export type ShareReport = z.infer<typeof shareReportSchema>
