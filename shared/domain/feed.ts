import { z } from 'zod'
import { idSchema, idsLimitSchema, mostIds, nameSchema } from './common.ts'

export const feedSchema = z.object({
  id: idSchema,
  url: z.string(),
  title: z.string(),
  /** The site that the feed is of. */
  siteUrl: z.string().nullable(),
  /** Items in the tray: neither dismissed nor in the notebook. */
  waiting: z.number(),
  /** When it was last asked for; null where it never was. */
  fetchedAt: z.string().nullable(),
  /** Why it could not be had the last time. */
  problem: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }).nullable(),
})
export type Feed = z.infer<typeof feedSchema>

/** An item is known by the key its feed gives it: an id, or else its address. */
export const feedItemRefSchema = z.object({ feedId: idSchema, key: z.string().max(4000) })
export type FeedItemRef = z.infer<typeof feedItemRefSchema>

export const feedItemSchema = feedItemRefSchema.extend({
  feedTitle: z.string(),
  url: z.string(),
  title: z.string(),
  summary: z.string(),
  publishedAt: z.string().nullable(),
})
export type FeedItem = z.infer<typeof feedItemSchema>

/** A stretch of the tray: of one feed, or of all. */
export const feedItemsRequestSchema = z.object({
  feedId: idSchema.optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5000).default(500),
})
export const feedItemStretchSchema = feedItemsRequestSchema.extend({ limit: idsLimitSchema })

export const feedItemRefsSchema = z.object({ items: z.array(feedItemRefSchema).min(1).max(mostIds) })
export const feedDismissSchema = feedItemRefsSchema.extend({ taskId: idSchema.optional() })

/** An address of a feed, or of a page that names one. */
export const feedAddSchema = z.object({ url: z.string().max(4000), taskId: idSchema.optional() })
export const feedAddedSchema = z.object({ id: idSchema, title: z.string(), isNew: z.boolean() })

export const feedRenameSchema = z.object({ id: idSchema, title: nameSchema(500) })

export const feedRefreshSchema = z
  .object({ feedIds: z.array(idSchema).max(5000).optional(), taskId: idSchema.optional() })
  .prefault({})
export const feedRefreshedSchema = z.object({
  feeds: z.number(),
  newItems: z.number(),
  failed: z.array(z.object({ feedId: idSchema, title: z.string(), message: z.string() })),
})

export const opmlSchema = z.object({ text: z.string().max(5_000_000) })
export const opmlImportSchema = opmlSchema.extend({ taskId: idSchema.optional() })
export const opmlReadSchema = z.object({
  added: z.number(),
  /** Subscribed to already. */
  known: z.number(),
  /** Addresses that no feed can have. */
  refused: z.number(),
})
export type OpmlRead = z.infer<typeof opmlReadSchema>
