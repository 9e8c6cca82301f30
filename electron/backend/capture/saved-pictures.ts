import { decodeBytes } from './decode.ts'
import type { ExtractionInput } from './extract-article.ts'
import { withPictures } from './formats/with-pictures.ts'
import { pathOfAddress } from './path-of-address.ts'

/** A page with the pictures of the folder it was saved with inside; every other input, and a page that defeats it, as it is. */
export function withSavedPictures(input: ExtractionInput): ExtractionInput {
  const { pictures, ...rest } = input
  if (pictures === undefined || pictures.size === 0) return rest
  try {
    const { text } = decodeBytes(input.bytes, input.contentType)
    const html = withPictures(text, (address) => pictures.get(pathOfAddress(address)))
    const bytes = Buffer.from(html, 'utf8')
    return { ...rest, bytes, kind: 'html', contentType: 'text/html; charset=utf-8' }
  } catch {
    return rest
  }
}
