import type { ImportFormat, ImportReport } from '#shared/domain/import.ts'
import type { Readable, Writable } from '../../store/connection.ts'
import { createMerger } from './merging/merger.ts'
import { createTally } from './merging/tally.ts'
import { carryArticles } from './notebook/carry-articles.ts'
import { carryDossiers, carryFeeds, carryStyles } from './notebook/carry-dossiers.ts'
import { carryGroups } from './notebook/carry-groups.ts'
import { carryNames } from './notebook/carry-names.ts'
import { createCarrying } from './notebook/carrying.ts'

export interface MergeNotebookOptions {
  format: ImportFormat
  onProgress?: (done: number, total: number) => void
}

/** What `mergeNotebook` would do, and nothing of it is done. */
export function previewNotebook(db: Readable, from: Readable, options: MergeNotebookOptions): ImportReport {
  return merge(db, null, from, options)
}

/**
 * Puts another notebook into this one, inside the caller's transaction: each thing by its id, or else by its content. What is there is
 * left as it is and told where it differs; revisions that are missing come whole; what was thrown away here is not brought back,
 * and what is in the trash there stays there.
 *
 * @param from of the newest version, and proved
 * @throws AppError `export-altered` where evidence is not what its hashes say
 */
export function mergeNotebook(db: Writable, from: Readable, options: MergeNotebookOptions): ImportReport {
  return merge(db, db, from, options)
}

function merge(
  db: Readable,
  write: Writable | null,
  from: Readable,
  { format, onProgress = () => undefined }: MergeNotebookOptions,
): ImportReport {
  const tally = createTally()
  const carrying = createCarrying(createMerger(db, write, tally), from)
  carryNames(carrying)
  carryArticles(carrying, onProgress)
  carryGroups(carrying)
  carryStyles(carrying)
  carryDossiers(carrying)
  carryFeeds(carrying)
  return tally.report(format)
}
