import type { SearchAnswer, SearchRequest } from '#shared/domain/search.ts'
import { AppError } from '#shared/util/app-error.ts'
import { createAsker } from '../ask-worker.ts'
import { workerUrl } from '../worker-url.ts'

export interface SearcherLimits {
  /** Wall-clock time one search may take, in milliseconds. */
  readonly timeLimitMs: number
  /** A search nobody waits for any more is given this long to end by itself before its worker is ended. */
  readonly patienceMs: number
}

/** Searches in a worker thread. */
export interface Searcher {
  /**
   * One search after another. Rejects with AppError `cancelled` once the signal aborts (a search that others wait behind is
   * ended if need be), `search-timed-out` after the time limit, `search-failed` when the worker breaks.
   */
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>
  /** Ends the worker and with it the connection; searches under way reject with `cancelled`. A later search starts anew. */
  close(): Promise<void>
}

const defaultLimits: SearcherLimits = { timeLimitMs: 10_000, patienceMs: 150 }

/** `path` is asked for at each search: the notebook's file. */
export function createSearcher(path: () => string, limits: Partial<SearcherLimits> = {}): Searcher {
  const { timeLimitMs, patienceMs } = { ...defaultLimits, ...limits }
  const asker = createAsker<SearchRequest, SearchAnswer>({
    script: workerUrl('search-worker', import.meta.url),
    path,
    timeLimitMs,
    patienceMs,
    cancelled: () => new AppError('cancelled', 'The search was cancelled.'),
    timedOut: () =>
      new AppError(
        'search-timed-out',
        `The search took longer than ${timeLimitMs / 1000} seconds and was ended.`,
        'Add a word or a filter that fewer texts have.',
      ),
    broke: (why) => new AppError('search-failed', `The search broke: ${why}`),
  })
  return { search: asker.ask, close: asker.close }
}
