import type { z } from 'zod'
import type { feedRefreshedSchema } from '#shared/domain/feed.ts'
import { AppError, toErrorData } from '#shared/util/app-error.ts'
import { type FetchRules, fetchFeedAgain } from '../capture/fetch-page.ts'
import { feedState, keepFetched, keepProblem, listFeeds } from '../store/feeds.ts'
import type { Notebook } from '../store/notebook.ts'
import { beginStep, type TaskControls } from '../store/task-controls.ts'
import { readFeed } from './read-feed.ts'

/** How many feeds are asked for at once. */
const atOnce = 4

/**
 * Asks every feed, or those named, for what is new, and keeps it. A feed that cannot be had says why and stops no other; when it is
 * cancelled, what was fetched until then stays.
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

  async function work(): Promise<void> {
    for (let feed = waiting.shift(); feed !== undefined; feed = waiting.shift()) {
      const { id, url, title } = feed
      try {
        const known = feedState(notebook.reader(), id)
        const fetched = await fetchFeedAgain(url, known, { ...fetching, signal })
        const items =
          fetched === null ? undefined : readFeed(fetched.bytes, fetched.url, fetched.contentType).items
        const state = fetched?.state ?? known
        newItems += await notebook.whenFree(() =>
          notebook.maintain((db) => keepFetched(db, id, { state, items })),
        )
      } catch (error) {
        if (signal?.aborted) return
        const problem = toErrorData(error)
        failed.push({ feedId: id, title, message: problem.message })
        await notebook.whenFree(() => notebook.maintain((db) => keepProblem(db, id, problem)))
      }
      onProgress(++done, feeds.length)
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  if (signal?.aborted) throw new AppError('cancelled', 'The feeds were not all fetched. What came is kept.')
  return { feeds: feeds.length, newItems, failed }
}
