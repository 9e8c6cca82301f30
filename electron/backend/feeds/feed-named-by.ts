import { decodeBytes } from '../capture/decode.ts'
import { parseWebUrl } from '../capture/normalize-url.ts'
import { parseHtml } from '../capture/parse-html.ts'

/** What came from an address. */
export interface FetchedText {
  bytes: Uint8Array
  /** Where it was in the end, after redirects. */
  url: string
  contentType: string | undefined
}

const feedType = /^application\/(?:rss\+xml|atom\+xml|feed\+json|json)$/i

/** Whether it is a page, and no feed. */
export function isPage({ bytes, contentType }: FetchedText): boolean {
  const beginning = decodeBytes(bytes.subarray(0, 2000), contentType).text.trimStart()
  return /^(?:<!doctype html|<html)/i.test(beginning)
}

/** The first feed that a page names (`<link rel="alternate">`). */
export function feedNamedBy({ bytes, contentType, url }: FetchedText): string | undefined {
  const { document } = parseHtml(decodeBytes(bytes, contentType).text)
  const links = [...document.querySelectorAll('link[rel~="alternate"]')]
  const link = links.find((one) => feedType.test(one.getAttribute('type') ?? ''))
  return parseWebUrl(link?.getAttribute('href'), url)?.href
}
