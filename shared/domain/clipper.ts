import { z } from 'zod'
import { clipLimits } from '../clipper/protocol.ts'
import { clipResultSchema } from './capture.ts'
import { idSchema, nameSchema } from './common.ts'
import { stanceSchema } from './link.ts'

/** A topic or actor as the clipper names it: by its id, and by name in case the id is gone or never was. */
const chosenActorSchema = z.object({ id: idSchema.optional(), name: nameSchema(200) })
const chosenTopicSchema = z.object({
  id: idSchema.optional(),
  path: z.array(nameSchema(200)).min(1).max(20),
})

/** A passage of the page, as the page shows it; it is looked for in the text that is extracted from the page. */
export const clippedQuoteSchema = z.object({
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(1000).default(''),
  suffix: z.string().max(1000).default(''),
  speaker: chosenActorSchema.nullable().default(null),
  topic: chosenTopicSchema.extend({ stance: stanceSchema }).nullable().default(null),
  /** Stands over the words in the article's note, should they not be found in its text; in the user's language. */
  note: nameSchema(1000),
})
export type ClippedQuote = z.infer<typeof clippedQuoteSchema>

/** A page as a browser shows it, or a part of one (a selection, an image), with the images that it shows. */
export const clipPageSchema = z.object({
  kind: z.enum(['page', 'part']),
  url: z.string().max(4000),
  title: nameSchema(1000).optional(),
  html: z.string().max(clipLimits.html),
  /** By the address that stands in the markup; `bytes` in base64. What is no image of a kind we keep is left out. */
  images: z
    .array(
      z.object({ url: z.string().max(8000), bytes: z.string().max(Math.ceil(clipLimits.imageBytes * 1.4)) }),
    )
    .max(clipLimits.images)
    .default([]),
  quote: clippedQuoteSchema.optional(),
})
export type ClipPage = z.infer<typeof clipPageSchema>

/**
 * `placed`: its words stand in the text; `similar`: much the same words do, and somebody should look; `noted`: it was not
 * found, so no quote was made, and its words are in the article's note.
 */
const quotePlaceSchema = z.enum(['placed', 'similar', 'noted'])

export const clipPageResultSchema = clipResultSchema.extend({
  quote: z.object({ outcome: quotePlaceSchema, id: idSchema.nullable() }).nullable(),
})
export type ClipPageResult = z.infer<typeof clipPageResultSchema>

/** A browser that may clip into the notebooks of this machine. */
export const clipperDeviceSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** The extension it is bound to: `chrome-extension://…`. */
  origin: z.string(),
  pairedAt: z.string(),
  usedAt: z.string(),
})
export type ClipperDevice = z.infer<typeof clipperDeviceSchema>

export const clipperStateSchema = z.object({
  /** `unavailable`: nobody here can open it (the command line); `blocked`: every port of the range is taken. */
  door: z.enum(['closed', 'open', 'blocked', 'unavailable']),
  port: z.number().nullable(),
  pairing: z.object({ code: z.string(), expiresAt: z.string() }).nullable(),
  devices: z.array(clipperDeviceSchema),
  /** Where the extension lies, to be loaded into a browser; null where it was not built. */
  folders: z.object({ chromium: z.string().nullable(), firefox: z.string().nullable() }),
})
export type ClipperState = z.infer<typeof clipperStateSchema>

export const clipperEnableSchema = z.object({ enabled: z.boolean() })
export const clipperRevealSchema = z.object({ browser: z.enum(['chromium', 'firefox']) })

/* What is said at the door. */

const address = z.string().max(4000)

export const helloSchema = z.strictObject({
  nonce: z.string().regex(/^[\w-]{16,64}$/),
  device: idSchema.optional(),
})
/** `proof`: HMAC-SHA-256 of the nonce, keyed with the SHA-256 of the device's token; null for an unknown device. */
export interface Hello {
  version: number
  proof: string | null
}

export const pairSchema = z.strictObject({ code: z.string().max(20), name: nameSchema(100) })
export interface Paired {
  device: string
  token: string
}

export const doorStateSchema = z.strictObject({
  page: z.strictObject({ url: address, canonicalUrl: address.optional() }).optional(),
})
export interface DoorState {
  notebook: { id: string; name: string; isReadOnly: boolean }
  page: { articleId: string; title: string; quotes: number; lost: number } | null
}

export interface DoorNames {
  topics: { id: string; path: string[] }[]
  actors: { id: string; name: string; aliases: string[] }[]
}

/** `key` stays the same when a clip is sent again, so that it is stored once. */
export const doorClipSchema = z.strictObject({
  key: z.string().regex(/^[\w-]{16,64}$/),
  clip: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('link'), url: address.min(1) }),
    clipPageSchema.extend({ kind: z.literal('page') }),
    clipPageSchema.extend({ kind: z.literal('part') }),
  ]),
})
export type DoorClip = z.infer<typeof doorClipSchema>

/** A refusal, as the door writes it. */
export interface DoorRefusal {
  code: string
  message: string
}

export const noBodySchema = z.strictObject({})
