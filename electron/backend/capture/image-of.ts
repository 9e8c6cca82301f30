import type { ArticleNodeJson } from '#shared/document/parse-document.ts'
import { isImageSource } from '#shared/document/schema.ts'
import { assetInAddress, type CapturedAsset } from './asset-of.ts'
import { cleanText } from './inline-builder.ts'
import type { PageElement } from './page-dom.ts'

/**
 * A picture the article shows. `source` is where it was, for fetching it once as an asset, never for showing it live;
 * `asset` is the picture itself where the page carries it.
 */
export interface ImageFound {
  readonly source: string | null
  readonly alt: string
  readonly asset?: CapturedAsset
}

const longestAlt = 1000

function widestOf(srcset: string | null): string | undefined {
  const options = (srcset ?? '').split(/,\s+/).map((option) => {
    const [address = '', size = '0'] = option.trim().split(/\s+/)
    return { address, size: Number.parseFloat(size) || 0 }
  })
  return options.reduce((best, option) => (option.size > best.size ? option : best), {
    address: '',
    size: -1,
  }).address
}

function absolute(address: string | null | undefined, base: string | undefined): string | undefined {
  const trimmed = address?.trim()
  if (!trimmed || !URL.canParse(trimmed, base)) return undefined
  const href = new URL(trimmed, base).href
  return isImageSource(href) ? href : undefined
}

function isTrackingPixel(element: PageElement): boolean {
  const sides = ['width', 'height'].map((name) => element.getAttribute(name))
  return sides.some((side) => side !== null && /^[0-2](?:px)?$/.test(side.trim()))
}

function sourceOf(element: PageElement, base: string | undefined): string | null {
  const lazy = ['data-src', 'data-original', 'data-lazy-src', 'data-url', 'data-image', 'data-hi-res-src']
  const picture = element.parentNode?.localName === 'picture' ? element.parentNode : undefined
  const candidates = [
    ...lazy.map((name) => element.getAttribute(name)),
    widestOf(element.getAttribute('data-srcset')),
    widestOf(element.getAttribute('srcset')),
    element.getAttribute('src'),
    ...[...(picture?.querySelectorAll('source') ?? [])].map((source) =>
      widestOf(source.getAttribute('srcset') ?? source.getAttribute('data-srcset')),
    ),
  ]
  for (const candidate of candidates) {
    const address = absolute(candidate, base)
    if (address !== undefined) return address
  }
  return null
}

/** The schema node of an `img`, or undefined for tracking pixels and pictures of which nothing could be told. */
export function imageNode(
  element: PageElement,
  base: string | undefined,
): { node: ArticleNodeJson; image: ImageFound } | undefined {
  if (isTrackingPixel(element)) return undefined
  const alt = cleanText(element.getAttribute('alt') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestAlt)
    .toWellFormed()
  const source = sourceOf(element, base)
  const asset = source === null ? assetInAddress(element.getAttribute('src')) : undefined
  if (source === null && asset === undefined && alt === '') return undefined
  return {
    node: { type: 'image', attrs: { alt, source, asset: asset?.sha256 ?? null } },
    image: { source, alt, ...(asset === undefined ? {} : { asset }) },
  }
}
