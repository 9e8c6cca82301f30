/** The image formats a notebook keeps: all that browsers show and that cannot carry a script. SVG can, and is not one. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

/** The largest image that is kept, in bytes. */
export const largestImage = 10_000_000

/** What kind of image these bytes are, told by how they begin and by nothing the sender says; undefined for all others. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  const text = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end))
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (text(4, 8) === 'ftyp' && /^avi[fs]$/.test(text(8, 12))) return 'image/avif'
  return undefined
}
