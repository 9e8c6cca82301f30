import { z } from 'zod'
import {
  documentJsonSchema,
  idSchema,
  idsLimitSchema,
  idsSchema,
  languageSchema,
  nameSchema,
  publicationTimeSchema,
  windowSchema,
} from './common.ts'

export const articleStatusSchema = z.enum(['inbox', 'reading', 'done'])
export type ArticleStatus = z.infer<typeof articleStatusSchema>

/** One row of the library. */
export const articleRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  lang: z.string(),
  publishedAt: z.string().nullable(),
  clippedAt: z.string(),
  status: articleStatusSchema,
  wordCount: z.number(),
  quoteCount: z.number(),
  lostCount: z.number(),
  /** The story it is in, and how many other articles are in it; null and 0 where it is in none. */
  storyId: idSchema.nullable(),
  copyCount: z.number(),
  /** One of its revisions has other words than the one before, and the source did not say so. */
  silentlyEdited: z.boolean(),
})
export type ArticleRow = z.infer<typeof articleRowSchema>

/** One capture of an article. `sha256` is of the original bytes, in lower-case hex. */
export const revisionSchema = z.object({
  id: idSchema,
  articleId: idSchema,
  number: z.number(),
  capturedAt: z.string(),
  sha256: z.string(),
  originalKind: z.enum(['html', 'text', 'markdown', 'pdf', 'docx', 'epub', 'mhtml', 'email']),
  originalBytes: z.number(),
  /** False where whoever shared the article left the original bytes out. */
  originalKept: z.boolean(),
  wordCount: z.number(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  /** The headline and the time of modification as the source gave them then; null where it did not, or is not known. */
  title: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  /** Against the revision before: words changed and said so or not, or no more than marks; null where nothing can be said. */
  edit: z.enum(['silent', 'announced', 'form']).nullable(),
})
export type Revision = z.infer<typeof revisionSchema>

export const articleSchema = articleRowSchema.extend({
  url: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  updatedAt: z.string(),
  currentRevisionId: idSchema,
  revisions: z.array(revisionSchema),
  /** Where each value came from, by field name: `jsonLd`, `openGraph`, `user`… */
  provenance: z.record(z.string(), z.string()),
  noteId: idSchema.nullable(),
})
export type Article = z.infer<typeof articleSchema>

/** What the reader shows: `document` is article-schema JSON, `text` the plain text that offsets count in. */
export const revisionContentSchema = revisionSchema.extend({ document: documentJsonSchema, text: z.string() })
export type RevisionContent = z.infer<typeof revisionContentSchema>

export const articleFilterSchema = z.object({
  status: articleStatusSchema.optional(),
  outlet: z.string().optional(),
  lang: z.string().optional(),
  topicId: idSchema.optional(),
  actorId: idSchema.optional(),
  roundId: idSchema.optional(),
  quoted: z.boolean().optional(),
  storyId: idSchema.optional(),
  silentlyEdited: z.literal(true).optional(),
  /** `fold`: of each story the article that comes first in the order; `only`: articles that have copies. */
  copies: z.enum(['fold', 'only']).optional(),
  /** Part of the title, the outlet or the byline, in any case and script. */
  text: z.string().max(200).optional(),
})
export type ArticleFilter = z.infer<typeof articleFilterSchema>

export const articleOrderSchema = z.object({
  by: z.enum(['clipped', 'published', 'title', 'outlet', 'words']).default('clipped'),
  descending: z.boolean().default(true),
})
export type ArticleOrder = z.infer<typeof articleOrderSchema>

export const articleListSchema = windowSchema.extend({
  filter: articleFilterSchema.default({}),
  order: articleOrderSchema.prefault({}),
})

/** A stretch of the list, from `offset` on. */
export const articleIdsSchema = articleListSchema.extend({ limit: idsLimitSchema })

export const articleWithCopiesSchema = idsSchema.extend({ filter: articleFilterSchema.default({}) })

export const articlePatchSchema = z.object({
  id: idSchema,
  title: nameSchema(1000).optional(),
  outlet: nameSchema(300).nullable().optional(),
  byline: nameSchema(500).nullable().optional(),
  lang: languageSchema.optional(),
  publishedAt: publicationTimeSchema.nullable().optional(),
  url: z.httpUrl().max(4000).nullable().optional(),
})
export type ArticlePatch = z.infer<typeof articlePatchSchema>

export const setStatusSchema = idsSchema.extend({ status: articleStatusSchema })

/** How many live articles there are, all in all and by the values one filters by. */
export const articleFacetsSchema = z.object({
  total: z.number(),
  status: z.record(articleStatusSchema, z.number()),
  silentlyEdited: z.number(),
  outlets: z.array(z.object({ value: z.string(), count: z.number() })),
  langs: z.array(z.object({ value: z.string(), count: z.number() })),
})
export type ArticleFacets = z.infer<typeof articleFacetsSchema>

/** What changed between two revisions, in UTF-16 offsets of their plain texts. */
export const revisionComparisonSchema = z.object({
  oldText: z.string(),
  newText: z.string(),
  parts: z.array(
    z.object({
      kind: z.enum(['same', 'removed', 'added']),
      oldStart: z.number(),
      oldEnd: z.number(),
      newStart: z.number(),
      newEnd: z.number(),
    }),
  ),
})
