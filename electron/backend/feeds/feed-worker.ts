import { parentPort } from 'node:worker_threads'
import { toErrorData } from '#shared/util/app-error.ts'
import type { WorkerOutcome, WorkerTask } from '../ask-worker.ts'
import { type FetchedText, feedNamedBy, isPage } from './feed-named-by.ts'
import { type ReadFeed, readFeed } from './read-feed.ts'

/** Of a page, the address of the feed that it names; of a feed, what it holds. */
export type FetchedAnswer = { named: string | undefined } | { feed: ReadFeed }

function takeApart(fetched: FetchedText): FetchedAnswer {
  if (isPage(fetched)) return { named: feedNamedBy(fetched) }
  return { feed: readFeed(fetched.bytes, fetched.url, fetched.contentType) }
}

parentPort?.on('message', ({ id, request }: WorkerTask<FetchedText>) => {
  let outcome: WorkerOutcome<FetchedAnswer>
  try {
    outcome = { id, answer: takeApart(request) }
  } catch (error) {
    outcome = { id, error: toErrorData(error) }
  }
  parentPort?.postMessage(outcome)
})
