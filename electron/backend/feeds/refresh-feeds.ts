import type { z } from 'zod'
import type { Feed, feedRefreshedSchema } from '#shared/domain/feed.ts'
import { AppError, type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import { type FetchRules, fetchFeedAgain } from '../capture/fetch-page.ts'
import {
  type FeedState,
  feedState,
  keepFetched,
  keepProblem,
  listFeeds,
  moveFeed,
  type ReadItem,
} from '../store/feeds.ts'
import type { Notebook } from '../store/notebook.ts'
import { beginStep, type TaskControls } from '../store/task-controls.ts'
import { notAFeed } from './not-a-feed.ts'
import { readInWorker } from './read-in-worker.ts'

/** How many feeds are asked for at once. */
const atOnce = 4
/** What came is kept together, so that the windows look anew no more often than this, in milliseconds. */
const keptEvery = 1000

/** What came of asking for one feed; `items` is undefined where it has not changed. */
type Outcome = { feed: Feed } & (
  | { state: FeedState; items: ReadItem[] | undefined; movedTo: string | null }
  | { problem: ErrorData }
)

/**
 * Asks every feed, or those named, for what is new, and keeps it. A feed that cannot be had says why and stops no other; one
 * that has moved for good is asked for there from now on; when it is cancelled, what was fetched until then stays.
 *
 * @throws AppError `cancelled`
 */
export async function refreshFeeds(
  notebook: Notebook,
  fetching: FetchRules,
  feedIds: readonly string[] | undefined,
  { signal, report = () => {} }: TaskControls,
): Promise<z.output<typeof feedRefreshedSchema>> {
  notebook.assertWritable()
  const feeds = listFeeds(notebook.reader()).filter(({ id }) => feedIds?.includes(id) ?? true)
  const onProgress = beginStep(report, 'fetching', [0, 1])
  const failed: z.output<typeof feedRefreshedSchema>['failed'] = []
  let newItems = 0
  let done = 0
  const waiting = [...feeds]
  let outcomes: Outcome[] = []
  let keptAt = performance.now()

  async function keep(): Promise<void> {
    const kept = outcomes
    outcomes = []
    keptAt = performance.now()
    if (kept.length > 0) newItems += await notebook.whenFree(() => keepOutcomes(notebook, kept))
  }

  async function work(): Promise<void> {
    for (let feed = waiting.shift(); feed !== undefined; feed = waiting.shift()) {
      try {
        outcomes.push(await askFor(feed, feedState(notebook.reader(), feed.id), { ...fetching, signal }))
      } catch (error) {
        if (signal?.aborted) return
        const problem = toErrorData(error)
        failed.push({ feedId: feed.id, title: feed.title, message: problem.message })
        outcomes.push({ feed, problem })
      }
      onProgress(++done, feeds.length)
      if (performance.now() - keptAt > keptEvery) await keep()
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  await keep()
  if (signal?.aborted) throw new AppError('cancelled', 'The feeds were not all fetched. What came is kept.')
  return { feeds: feeds.length, newItems, failed }
}

async function askFor(
  feed: Feed,
  known: FeedState,
  options: FetchRules & { signal: AbortSignal | undefined },
): Promise<Outcome> {
  const fetched = await fetchFeedAgain(feed.url, known, options)
  if (fetched === null) return { feed, state: known, items: undefined, movedTo: null }
  const read = await readInWorker(fetched, options.signal)
  if (!('feed' in read)) throw notAFeed()
  const { lastingUrl, state } = fetched
  return { feed, state, items: read.feed.items, movedTo: lastingUrl === feed.url ? null : lastingUrl }
}

/** In one transaction, about which the windows are told once. Returns how many items were not there before. */
function keepOutcomes(notebook: Notebook, outcomes: readonly Outcome[]): number {
  const moved = outcomes.flatMap((one) =>
    'movedTo' in one && one.movedTo !== null ? [{ id: one.feed.id, url: one.movedTo }] : [],
  )
  const newItems = notebook.maintain(
    (db) => {
      let added = 0
      for (const one of outcomes)
        if ('problem' in one) keepProblem(db, one.feed.id, one.problem)
        else added += keepFetched(db, one.feed.id, one)
      return added
    },
    { feed: outcomes.map(({ feed }) => feed.id) },
  )
  // The address is the user's: it is changed in the history, and can be taken back.
  if (moved.length > 0)
    notebook.mutate('feed.move', (db) => {
      for (const { id, url } of moved) moveFeed(db, id, url)
    })
  return newItems
}
