import type { ArticleNodeJson } from '#shared/document/parse-document.ts'
import { assetOf, type CapturedAsset } from './asset-of.ts'
import { captureWarning } from './capture-warning.ts'
import type { ExtractedFile } from './extract-file.ts'
import { type FetchOptions, fetchImage } from './fetch-page.ts'
import { largestImage } from './image-type.ts'

/** Bounds on what one article may have fetched: enough for a photo essay, not for filling the disk. */
export interface ImageLimits {
  readonly most: number
  /** Of all images together. */
  readonly bytes: number
  readonly timeLimitMs: number
}

const defaultLimits: ImageLimits = { most: 60, bytes: 50_000_000, timeLimitMs: 30_000 }
const atOnce = 4

/**
 * Fetches the images of an article that was clipped from an address, each from a vetted address, and puts them into its
 * document as assets. What cannot be had stays as its description, and a warning says how many.
 */
export async function keepImages(
  article: ExtractedFile,
  options: FetchOptions = {},
  limits: ImageLimits = defaultLimits,
): Promise<ExtractedFile> {
  const sources = [...new Set(sourcesIn(article.document))].slice(0, limits.most)
  const complete = putImages(article, await fetchAll(sources, options, limits))
  const isMissingSome = sourcesIn(complete.document).length > 0
  return {
    ...complete,
    warnings: isMissingSome ? [...article.warnings, captureWarning('images-missing')] : article.warnings,
  }
}

/** Puts images into the document that are there already, by the address each has in it. */
export function putImages(article: ExtractedFile, kept: ReadonlyMap<string, CapturedAsset>): ExtractedFile {
  return {
    ...article,
    document: withAssets(article.document, kept),
    images: article.images.map((image) => {
      const asset = image.source === null ? undefined : kept.get(image.source)
      return asset === undefined ? image : { ...image, asset }
    }),
  }
}

async function fetchAll(
  sources: readonly string[],
  { signal, ...options }: FetchOptions,
  limits: ImageLimits,
): Promise<Map<string, CapturedAsset>> {
  const kept = new Map<string, CapturedAsset>()
  const deadline = AbortSignal.timeout(limits.timeLimitMs)
  const ended = signal === undefined ? deadline : AbortSignal.any([signal, deadline])
  const waiting = [...sources]
  let room = limits.bytes
  const work = async () => {
    for (let source = waiting.shift(); source !== undefined && room > 0; source = waiting.shift()) {
      try {
        const sizeLimit = Math.min(largestImage, room)
        const asset = assetOf((await fetchImage(source, { ...options, signal: ended, sizeLimit })).bytes)
        if (asset === undefined || asset.bytes.byteLength > room) continue
        room -= asset.bytes.byteLength
        kept.set(source, asset)
      } catch {
        if (ended.aborted) return
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return kept
}

function sourcesIn(node: ArticleNodeJson): string[] {
  const own = node.type === 'image' && node.attrs?.['asset'] === null ? node.attrs['source'] : null
  return [...(typeof own === 'string' ? [own] : []), ...(node.content ?? []).flatMap(sourcesIn)]
}

function withAssets(node: ArticleNodeJson, kept: ReadonlyMap<string, CapturedAsset>): ArticleNodeJson {
  const source = node.type === 'image' ? node.attrs?.['source'] : undefined
  const asset = typeof source === 'string' ? kept.get(source) : undefined
  return {
    ...node,
    ...(asset === undefined ? {} : { attrs: { ...node.attrs, asset: asset.sha256 } }),
    ...(node.content === undefined ? {} : { content: node.content.map((child) => withAssets(child, kept)) }),
  }
}
