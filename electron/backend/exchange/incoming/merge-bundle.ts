import type { ImportFormat, ImportReport } from '#shared/domain/import.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from '../../store/connection.ts'
import type { Bundle } from './bundle.ts'
import { mergeArticles } from './merging/merge-articles.ts'
import { mergeNames } from './merging/merge-names.ts'
import { createMerger } from './merging/merger.ts'
import { mergeGroup, utterances } from './merging/merge-group.ts'
import { createTally } from './merging/tally.ts'
import type { PreparedBundle } from './prepared.ts'

const partsAtMost = 2_000_000

export interface MergeBundleOptions {
  format: ImportFormat
  onProgress?: (done: number, total: number) => void
}

/** What `mergeBundle` would do, and nothing of it is done. */
export function previewBundle(
  db: Readable,
  bundle: PreparedBundle,
  options: MergeBundleOptions,
): ImportReport {
  return merge(db, null, bundle, options)
}

/**
 * Puts a bundle into the notebook, inside the caller's transaction: what is there by id, or else by content, is left as it is, and
 * told where the file says something else; what is missing is added.
 *
 * @throws AppError `import-unreadable` where a part refers to one that is not there, `import-too-large`
 */
export function mergeBundle(db: Writable, bundle: PreparedBundle, options: MergeBundleOptions): ImportReport {
  return merge(db, db, bundle, options)
}

function merge(
  db: Readable,
  write: Writable | null,
  bundle: PreparedBundle,
  { format, onProgress }: MergeBundleOptions,
): ImportReport {
  assertSize(bundle)
  const tally = createTally()
  const merger = createMerger(db, write, tally)
  for (const what of bundle.leftOut) tally.leftOut(what)
  const names = mergeNames(merger, bundle)
  const said = mergeArticles(merger, bundle, names, (done) => onProgress?.(done, bundle.articles.length))
  for (const quotes of said.values()) mergeGroup(merger, utterances, quotes)
  return tally.report(format)
}

function assertSize({ topics, actors, coders, rounds, articles }: Bundle): void {
  const quotes = articles.reduce((sum, article) => sum + article.quotes.length, 0)
  const links = articles.reduce(
    (sum, article) => sum + article.quotes.reduce((all, quote) => all + (quote.links?.length ?? 0), 0),
    0,
  )
  const parts =
    topics.length + actors.length + coders.length + rounds.length + articles.length + quotes + links
  if (parts > partsAtMost)
    throw new AppError(
      'import-too-large',
      `The file has ${parts} parts, and ${partsAtMost} are read at most.`,
      'Nothing was changed. Export it in smaller parts.',
    )
}
