import { AppError } from '#shared/util/app-error.ts'
import { type Asker, createAsker } from '../ask-worker.ts'
import { workerUrl } from '../worker-url.ts'
import type { FetchedText } from './feed-named-by.ts'
import type { FetchedAnswer } from './feed-worker.ts'
import { notAFeed } from './not-a-feed.ts'

/** A feed of the size that is taken at all is read in some seconds. */
const defaultLimits = { timeLimitMs: 30_000 }

/** Takes feeds, and pages that may name one, apart in a thread of its own: a large one takes seconds. */
export function createFeedReader(limits = defaultLimits): Asker<FetchedText, FetchedAnswer, never> {
  return createAsker<FetchedText, FetchedAnswer>({
    script: workerUrl('feed-worker', import.meta.url),
    timeLimitMs: limits.timeLimitMs,
    patienceMs: 0,
    cancelled: () => new AppError('cancelled', 'The feed was not read.'),
    timedOut: notAFeed,
    broke: notAFeed,
  })
}

let shared: Asker<FetchedText, FetchedAnswer, never> | undefined

/**
 * What was fetched, taken apart by the process's own reader, one after another.
 *
 * @throws AppError `not-a-feed`, also for what takes longer than a feed may; `cancelled`
 */
export function readInWorker(
  { bytes, url, contentType }: FetchedText,
  signal?: AbortSignal,
): Promise<FetchedAnswer> {
  shared ??= createFeedReader()
  return shared.ask({ bytes, url, contentType }, signal)
}
