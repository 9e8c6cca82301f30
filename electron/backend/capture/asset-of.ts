import { createHash } from 'node:crypto'
import { type ImageType, imageTypeOf, largestImage } from './image-type.ts'

/** An image as the notebook keeps it: named by the SHA-256 of its bytes, in lower-case hex. */
export interface CapturedAsset {
  readonly sha256: string
  readonly mediaType: ImageType
  readonly bytes: Uint8Array
}

/** The asset these bytes make; undefined for what is no image we keep, or too large. */
export function assetOf(bytes: Uint8Array): CapturedAsset | undefined {
  const mediaType = bytes.byteLength > largestImage ? undefined : imageTypeOf(bytes)
  if (mediaType === undefined) return undefined
  return { sha256: createHash('sha256').update(bytes).digest('hex'), mediaType, bytes }
}

/** The asset in a `data:` address, as saved pages carry their images; undefined for any other address. */
export function assetInAddress(address: string | null): CapturedAsset | undefined {
  const written = /^\s*data:image\/[\w.+-]{1,40};base64,/i.exec(address ?? '')
  if (address === null || written === null || address.length > largestImage * 1.4) return undefined
  return assetOf(Buffer.from(address.slice(written[0].length), 'base64'))
}
