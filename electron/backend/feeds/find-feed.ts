import { AppError } from '#shared/util/app-error.ts'
import { decodeBytes } from '../capture/decode.ts'
import { type FetchedFeed, type FetchRules, fetchFeed } from '../capture/fetch-page.ts'
import { parseWebUrl } from '../capture/normalize-url.ts'
import { parseHtml } from '../capture/parse-html.ts'
import type { FeedState } from '../store/feeds.ts'
import { type ReadFeed, readFeed } from './read-feed.ts'

export interface FoundFeed {
  /** Where the feed itself is. */
  url: string
  feed: ReadFeed
  state: FeedState
}

/**
 * The feed at an address, or the first that the page there names (`<link rel="alternate">`).
 *
 * @throws AppError `not-a-feed`, `no-feed`, or why it could not be fetched
 */
export async function findFeed(
  address: string,
  options: FetchRules & { signal?: AbortSignal | undefined },
): Promise<FoundFeed> {
  const first = await fetchFeed(address, options)
  const named = isPage(first) ? feedNamedBy(first) : undefined
  if (isPage(first) && named === undefined)
    throw new AppError(
      'no-feed',
      'The page names no feed.',
      'Look on the site for the address of its RSS or Atom feed.',
    )
  const found = named === undefined ? first : await fetchFeed(named, options)
  return {
    url: found.url,
    feed: readFeed(found.bytes, found.url, found.contentType),
    state: found.state,
  }
}

function isPage({ bytes, contentType }: FetchedFeed): boolean {
  const beginning = decodeBytes(bytes.subarray(0, 2000), contentType).text.trimStart()
  return /^(?:<!doctype html|<html)/i.test(beginning)
}

const feedType = /^application\/(?:rss\+xml|atom\+xml|feed\+json|json)$/i

function feedNamedBy({ bytes, contentType, url }: FetchedFeed): string | undefined {
  const { document } = parseHtml(decodeBytes(bytes, contentType).text)
  const links = [...document.querySelectorAll('link[rel~="alternate"]')]
  const link = links.find((one) => feedType.test(one.getAttribute('type') ?? ''))
  return parseWebUrl(link?.getAttribute('href'), url)?.href
}
