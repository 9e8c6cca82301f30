import { z } from 'zod'

/** Names an image by the SHA-256 of its bytes, in lower-case hex. */
export const assetRefSchema = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const assetSchema = z.object({
  mediaType: z.string(),
  /** Base64. */
  bytes: z.string(),
})
