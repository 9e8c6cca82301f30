import { z } from 'zod'
import { idSchema, partialDateSchema } from './common.ts'
import { stanceSchema } from './link.ts'
import { topicStatusSchema } from './topic.ts'

/** Which statements are looked at; everything that is left out is all of it. */
export const analysisFilterSchema = z.object({
  from: partialDateSchema.optional(),
  /** The last day, included; a month or a year with all its days. */
  until: partialDateSchema.optional(),
  outlets: z.array(z.string()).max(1000).optional(),
  langs: z.array(z.string()).max(100).optional(),
  coderIds: z.array(idSchema).max(1000).optional(),
  topicIds: z.array(idSchema).max(5000).optional(),
})
export type AnalysisFilter = z.infer<typeof analysisFilterSchema>

/** Whose statements are taken together: each actor's own, or those of everybody who then belonged to a party. */
export const bySchema = z.enum(['actor', 'party'])
export type By = z.infer<typeof bySchema>

export const stanceCountsSchema = z.record(stanceSchema, z.number())
export type StanceCounts = z.infer<typeof stanceCountsSchema>

/** Where an actor or a party stands on a topic as of a day; the rule is in `positions.ts`. */
export const positionSchema = z.object({
  actorId: idSchema,
  topicId: idSchema,
  stance: stanceSchema,
  /** Whether statements of the deciding time take different stances. */
  conflict: z.boolean(),
  /** Compared with the time before: nearer to support, further from it, as before, or nothing before. */
  trend: z.enum(['new', 'steady', 'towards', 'away']),
  redLine: z.boolean(),
  /** How strongly it is said: 1 weak, 2 plain, 3 strong; null where nobody says. */
  strength: z.number().nullable(),
  /** Utterances by stance in the deciding time. */
  recent: stanceCountsSchema,
  /** Utterances up to the day, all in all. */
  utterances: z.number(),
  /** The day of the latest one, null where none has a date. */
  latest: z.string().nullable(),
  /** Days from the latest one to the day asked for. */
  age: z.number().nullable(),
})
export type Position = z.infer<typeof positionSchema>

export const matrixRequestSchema = analysisFilterSchema.extend({
  by: bySchema.default('party'),
  /** Today where left out. */
  asOf: partialDateSchema.optional(),
})
export const matrixSchema = z.object({ asOf: z.string(), by: bySchema, cells: z.array(positionSchema) })

export const evidenceRequestSchema = analysisFilterSchema.extend({
  by: bySchema.default('party'),
  actorId: idSchema,
  topicId: idSchema,
})

export const timelineRequestSchema = analysisFilterSchema.extend({
  unit: z.enum(['day', 'week', 'month', 'year']).default('month'),
  rows: z.enum(['topic', 'actor', 'party']).default('party'),
})
export const timelineBinSchema = z.object({
  rowId: idSchema,
  /** The first day of the bin. */
  start: z.string(),
  utterances: z.number(),
  stances: stanceCountsSchema,
})
export type TimelineBin = z.infer<typeof timelineBinSchema>

/** Two statements that do not go together: of one actor, one after the other; or of two actors of a party. */
export const shiftSchema = z.object({
  kind: z.enum(['shift', 'contradiction']),
  topicId: idSchema,
  /** The party of a contradiction, the actor of a shift. */
  actorId: idSchema,
  before: z.object({ actorId: idSchema, stance: stanceSchema, day: z.string(), quoteId: idSchema }),
  after: z.object({ actorId: idSchema, stance: stanceSchema, day: z.string(), quoteId: idSchema }),
})
export type Shift = z.infer<typeof shiftSchema>
export const shiftsRequestSchema = analysisFilterSchema.extend({
  limit: z.number().int().min(1).max(5000).default(500),
})

export const networkRequestSchema = analysisFilterSchema.extend({
  kind: z.enum(['actors', 'two-mode', 'topics']).default('actors'),
  by: bySchema.default('party'),
  /** How many edges at most: those that most stands behind. */
  limit: z.number().int().min(1).max(1_000_000).default(5000),
  /** Whether to tell who is central and who belongs together; in a network of thousands of edges that takes a while. */
  measures: z.boolean().default(false),
})

/** Taken of the edges told, as far as they tie: each weighs what congruence is more than conflict, where it is. */
export const nodeMeasuresSchema = z.object({
  /** How many it is tied to. */
  degree: z.number(),
  /** How many of the shortest ways between others lead over it, as a part of what there could be. */
  betweenness: z.number(),
  /** How central those are that it is tied to; null where no answer is found. */
  eigenvector: z.number().nullable(),
  /** Who belongs together has the same number: 0 is the largest cluster; null for what is tied to nothing. */
  cluster: z.number().nullable(),
})
export type NodeMeasures = z.infer<typeof nodeMeasuresSchema>

export const networkSchema = z.object({
  nodes: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(['actor', 'topic']),
      utterances: z.number(),
      /** Where a layout begins, from -1 to 1: the same for the same id in every network. */
      x: z.number(),
      y: z.number(),
      measures: nodeMeasuresSchema.nullable(),
    }),
  ),
  /** How many edges there are, told or not. */
  edgeCount: z.number(),
  edges: z.array(
    z.object({
      from: idSchema,
      to: idSchema,
      /** Topics, or for topics actors, on which both ends stand alike. */
      congruence: z.number(),
      conflict: z.number(),
    }),
  ),
})
export type Network = z.infer<typeof networkSchema>

export const conditionsRequestSchema = analysisFilterSchema.extend({
  /** How many at most; those of circles come before others. */
  limit: z.number().int().min(1).max(100_000).default(2000),
})

export const conditionSchema = z.object({
  quoteId: idSchema,
  /** The same for every copy of the same words. */
  utteranceId: idSchema,
  actorId: idSchema,
  topicId: idSchema,
  condition: z.string().nullable(),
  onTopicId: idSchema.nullable(),
  onActorId: idSchema.nullable(),
  /** The position that has to come first; null where the condition names neither topic nor actor. */
  waitsFor: z.object({ actorId: idSchema, topicId: idSchema }).nullable(),
  byDate: z.string().nullable(),
  redLine: z.boolean(),
  /** The circle it is part of, by number; null where nothing waits for itself. */
  cycle: z.number().nullable(),
})
export type Condition = z.infer<typeof conditionSchema>

/** Krippendorff's alpha of the coders' stances on a topic; null where fewer than two coded the same quote. */
export const agreementSchema = z.object({
  topicId: idSchema,
  alpha: z.number().nullable(),
  quotes: z.number(),
  disagreements: z.array(
    z.object({
      quoteId: idSchema,
      codings: z.array(z.object({ coderId: idSchema.nullable(), stance: stanceSchema.nullable() })),
    }),
  ),
})
export type Agreement = z.infer<typeof agreementSchema>

/** Everything since a day: the other days of a filter would say nothing. */
export const digestRequestSchema = analysisFilterSchema
  .omit({ from: true, until: true })
  .extend({ since: partialDateSchema })
export const digestSchema = z.object({
  since: z.string(),
  quoteIds: z.array(idSchema),
  articles: z.number(),
  actors: z.array(z.object({ id: idSchema, name: z.string() })),
  topics: z.array(
    z.object({ id: idSchema, name: z.string(), status: topicStatusSchema, since: z.string().nullable() }),
  ),
  shifts: z.array(shiftSchema),
})

export const coverageSchema = z.object({
  topics: z.array(z.object({ topicId: idSchema, latest: z.string().nullable(), utterances: z.number() })),
  /** Parties and organisations of which nobody has been quoted. */
  unquotedIds: z.array(idSchema),
  /** Positions that rest on one outlet alone. */
  singleSource: z.array(z.object({ actorId: idSchema, topicId: idSchema, outlet: z.string().nullable() })),
})
