import { clipLimits } from '#shared/clipper/protocol.ts'

export interface PageImage {
  /** The address it is shown from. */
  source: string
  width?: number
  height?: number
}

/** `url` is what the markup is to call it; a picture without an address of its own carries itself in a `data:` one. */
export interface FetchedImage {
  shownFrom: string
  url: string
  /** Base64. */
  bytes: string
}

/** Smaller ones are icons, buttons and pixels that count readers. */
const leastSide = 48
const atOnce = 4
const eachMs = 6_000
const allMs = 15_000

/**
 * Fetches images in the page's own context, as the reader who is logged in sees them, mostly from the browser's cache.
 * What another site does not let the page read is left out, and so is what goes beyond the bounds.
 */
export async function fetchImages(wanted: readonly PageImage[]): Promise<FetchedImage[]> {
  const sources = new Set(wanted.filter(isPicture).map(({ source }) => source))
  const waiting = [...sources].slice(0, clipLimits.images)
  const images: FetchedImage[] = []
  const deadline = AbortSignal.timeout(allMs)
  let room: number = clipLimits.allImageBytes
  const work = async () => {
    for (let source = waiting.shift(); source !== undefined && !deadline.aborted; source = waiting.shift()) {
      const bytes = await fetchBytes(source, AbortSignal.any([deadline, AbortSignal.timeout(eachMs)]))
      if (bytes === null || bytes.length > Math.min(clipLimits.imageBytes, room)) continue
      room -= bytes.length
      const base64 = toBase64(bytes)
      const url = source.startsWith('blob:') ? `data:${typeOf(bytes)};base64,${base64}` : source
      images.push({ shownFrom: source, url, bytes: base64 })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return images
}

function isPicture({ source, width = leastSide, height = leastSide }: PageImage): boolean {
  return /^(?:https?|blob):/.test(source) && width >= leastSide && height >= leastSide
}

async function fetchBytes(source: string, signal: AbortSignal): Promise<Uint8Array | null> {
  try {
    const isOwn = new URL(source).origin === location.origin
    const credentials = isOwn ? 'include' : 'omit'
    const response = await fetch(source, {
      credentials,
      cache: 'force-cache',
      referrerPolicy: 'no-referrer',
      signal,
    })
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > clipLimits.imageBytes)
      return null
    return new Uint8Array(await response.arrayBuffer())
  } catch {
    return null
  }
}

/** In stretches, since an argument list has an end. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** The app tells the kind from the bytes itself; this is only a name that an address needs. */
function typeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return 'image/png'
  if (bytes[0] === 0x47) return 'image/gif'
  return bytes[0] === 0x52 ? 'image/webp' : 'image/jpeg'
}
