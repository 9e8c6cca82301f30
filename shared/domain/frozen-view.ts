import { z } from 'zod'
import { bySchema, positionSchema, stanceCountsSchema } from './analysis.ts'
import { idSchema, languageSchema, partialDateSchema, timestampSchema } from './common.ts'

/** What a view that is frozen in a dossier holds at most; what was left out is counted in it. */
export const frozenLimits = {
  actors: 60,
  topics: 120,
  cells: 2000,
  lanes: 40,
  /** Stretches of time in a lane. */
  bins: 80,
  rounds: 200,
  /** Quotes behind one cell or one stretch, the latest. */
  quotes: 5,
  /** UTF-16 units of the whole as JSON. */
  json: 1_000_000,
} as const

/** Plain words: a line, without what no format could write. */
function lineSchema(max: number) {
  return z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text), 'This is no line of text.')
}

const namedSchema = z.strictObject({ id: idSchema, name: lineSchema(2000) })
const countSchema = z.number().int().min(0)
const quoteIdsSchema = z.array(idSchema).max(frozenLimits.quotes)

/** Which statements a frozen view was made of; everything that is left out is all of it. Names are as they were. */
export const frozenFilterSchema = z.strictObject({
  from: partialDateSchema.optional(),
  until: partialDateSchema.optional(),
  outlets: z.array(lineSchema(2000)).min(1).max(100).optional(),
  langs: z.array(languageSchema).min(1).max(100).optional(),
  coders: z.array(namedSchema).min(1).max(100).optional(),
  /** With all below it. */
  topic: namedSchema.optional(),
})
export type FrozenFilter = z.infer<typeof frozenFilterSchema>

const frozenCellSchema = positionSchema
  .pick({ stance: true, conflict: true, trend: true, redLine: true })
  .extend({
    /** Places in the lists of actors and topics. */
    actor: countSchema,
    topic: countSchema,
    strength: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    utterances: countSchema,
    latest: partialDateSchema.nullable(),
    quoteIds: quoteIdsSchema,
  })
  .strict()
export type FrozenCell = z.infer<typeof frozenCellSchema>

export const frozenMatrixSchema = z.strictObject({
  kind: z.literal('matrix'),
  frozenAt: timestampSchema,
  filter: frozenFilterSchema,
  by: bySchema,
  /** The day that was asked for; null where it is the day it was frozen. */
  asOf: partialDateSchema.nullable(),
  /** What its rows are; the others are its columns. */
  rows: z.enum(['actors', 'topics']),
  actors: z.array(namedSchema).max(frozenLimits.actors),
  /** `under`: the topics above it, the outermost first. */
  topics: z
    .array(namedSchema.extend({ under: z.array(lineSchema(2000)).max(50) }).strict())
    .max(frozenLimits.topics),
  cells: z.array(frozenCellSchema).max(frozenLimits.cells),
  /** How many actors and topics with positions have no place in it. */
  left: z.strictObject({ actors: countSchema, topics: countSchema }),
})
export type FrozenMatrix = z.infer<typeof frozenMatrixSchema>

const frozenBinSchema = z.strictObject({
  /** The first day of the stretch. */
  start: partialDateSchema,
  stances: stanceCountsSchema,
  quoteIds: quoteIdsSchema,
})
export type FrozenBin = z.infer<typeof frozenBinSchema>

export const frozenTimelineSchema = z.strictObject({
  kind: z.literal('timeline'),
  frozenAt: timestampSchema,
  filter: frozenFilterSchema,
  rows: z.enum(['topic', 'actor', 'party']),
  unit: z.enum(['day', 'week', 'month', 'year']),
  lanes: z
    .array(namedSchema.extend({ bins: z.array(frozenBinSchema).min(1).max(frozenLimits.bins) }).strict())
    .max(frozenLimits.lanes),
  rounds: z
    .array(namedSchema.extend({ fromOn: partialDateSchema, untilOn: partialDateSchema.nullable() }).strict())
    .max(frozenLimits.rounds),
  /** How many lanes have no place in it. */
  left: countSchema,
})
export type FrozenTimeline = z.infer<typeof frozenTimelineSchema>

/** A view of the notebook as it was at a moment, with everything that is needed to read it anywhere and for ever. */
export const frozenViewSchema = z
  .discriminatedUnion('kind', [frozenMatrixSchema, frozenTimelineSchema])
  .refine(
    (view) =>
      view.kind !== 'matrix' ||
      view.cells.every(({ actor, topic }) => actor < view.actors.length && topic < view.topics.length),
    'A cell stands outside of its matrix.',
  )
export type FrozenView = z.infer<typeof frozenViewSchema>
export const frozenKinds = ['matrix', 'timeline'] as const

const askedFilterSchema = z.strictObject({
  from: partialDateSchema.optional(),
  until: partialDateSchema.optional(),
  outlets: z.array(lineSchema(2000)).max(100).optional(),
  langs: z.array(languageSchema).max(100).optional(),
  coderIds: z.array(idSchema).max(100).optional(),
  topicId: idSchema.optional(),
})

/** What is to be frozen, as it is now. */
export const freezeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('matrix'),
    filter: askedFilterSchema,
    by: bySchema,
    asOf: partialDateSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('timeline'),
    filter: askedFilterSchema,
    rows: z.enum(['topic', 'actor', 'party']),
  }),
])
export type FreezeRequest = z.infer<typeof freezeRequestSchema>

/** What a frozen view was asked for, to ask for it anew. */
export function requestOf(view: FrozenView): FreezeRequest {
  const { coders, topic, ...rest } = view.filter
  const filter = {
    ...rest,
    ...(coders && { coderIds: coders.map(({ id }) => id) }),
    ...(topic && { topicId: topic.id }),
  }
  return view.kind === 'matrix'
    ? { kind: 'matrix', filter, by: view.by, asOf: view.asOf }
    : { kind: 'timeline', filter, rows: view.rows }
}

/** The day a matrix is as of: the one that was chosen, or the one it was frozen on. */
export function dayOf({ asOf, frozenAt }: FrozenMatrix): string {
  return asOf ?? frozenAt.slice(0, 10)
}

/** Whether two views show the same, whenever they were frozen and whichever way they are turned. */
export function showsSame(one: FrozenView, other: FrozenView): boolean {
  const shown = (view: FrozenView) =>
    JSON.stringify({ ...view, frozenAt: '', filter: null, ...(view.kind === 'matrix' && { rows: '' }) })
  return shown(one) === shown(other)
}

/** What is wrong with something that should be a frozen view; null where it is one. */
export function frozenViewTrouble(json: unknown): string | null {
  if ((JSON.stringify(json)?.length ?? 0) > frozenLimits.json) return 'a frozen view is too large'
  const kind = (json as { kind?: unknown } | null | undefined)?.kind
  if (typeof kind === 'string' && !(frozenKinds as readonly string[]).includes(kind))
    return `a frozen view of the kind ${JSON.stringify(kind.slice(0, 40))}, which this version does not know`
  const { error } = frozenViewSchema.safeParse(json)
  const [issue] = error?.issues ?? []
  if (issue === undefined) return null
  return `a frozen view that cannot be read (${issue.path.join('.')}: ${issue.message})`
}
