import { AppError } from '#shared/util/app-error.ts'
import { type FetchRules, fetchFeed } from '../capture/fetch-page.ts'
import type { FeedState } from '../store/feeds.ts'
import { notAFeed } from './not-a-feed.ts'
import type { ReadFeed } from './read-feed.ts'
import { readInWorker } from './read-in-worker.ts'

export interface FoundFeed {
  /** Where the feed is to be asked for: not where it was led to for the moment alone. */
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
  const read = await readInWorker(first, options.signal)
  if ('feed' in read) return { url: first.lastingUrl, feed: read.feed, state: first.state }
  if (read.named === undefined)
    throw new AppError(
      'no-feed',
      'The page names no feed.',
      'Look on the site for the address of its RSS or Atom feed.',
    )
  const named = await fetchFeed(read.named, options)
  const readNamed = await readInWorker(named, options.signal)
  if (!('feed' in readNamed)) throw notAFeed()
  return { url: named.lastingUrl, feed: readNamed.feed, state: named.state }
}
