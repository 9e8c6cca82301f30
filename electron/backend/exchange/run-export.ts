import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExportFormat, ExportReport, ExportSelection } from '#shared/domain/exchange.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable } from '../store/connection.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import type { Written } from './formats/format.ts'
import { formats } from './formats/index.ts'
import { createLosses } from './losses.ts'
import { writeNotebookJson } from './notebook-json.ts'
import { inPlace, writeFolderWhole, writeWhole } from './output.ts'

export interface ExportOrder {
  format: ExportFormat
  /** A file; for Markdown a folder that is not there yet. */
  target: string
  /** What is left out for the complete notebook, which has no part. */
  selection: ExportSelection
  /** Writes over a file that is there. */
  replace: boolean
}

export type OnExportProgress = (done: number, total: number) => void

/**
 * Writes what is chosen in a format, and tells how much that was and what the format could not carry. The target is there
 * whole or not at all.
 *
 * @param db a connection on which nothing changes meanwhile
 * @throws AppError `file-exists`, `export-miscounted`, and what `writeWhole` throws
 */
export function runExport(
  db: Readable,
  { format, target, selection, replace }: ExportOrder,
  onProgress: OnExportProgress = () => undefined,
): ExportReport {
  const path = resolve(target)
  if (existsSync(path) && !replace)
    throw new AppError(
      'file-exists',
      `${path} exists already.`,
      'Choose another name, or say that it is to be replaced.',
    )
  const losses = createLosses()
  const written =
    format === 'notebook-json'
      ? writeWhole(path, (output) => writeNotebookJson(db, output, onProgress))
      : writeEvidence(counted(readEvidence(db, selection), onProgress), format, path, losses)
  return { path, bytes: bytesOf(path), ...written, losses: losses.list() }
}

function writeEvidence(
  evidence: ReturnType<typeof counted>,
  name: Exclude<ExportFormat, 'notebook-json'>,
  path: string,
  losses: ReturnType<typeof createLosses>,
): Written {
  const format = formats[name]
  const checked = (written: Written): Written => {
    evidence.assertCounted(written)
    return written
  }
  if (format.kind === 'folder')
    return writeFolderWhole(path, (folder) => checked(format.write(evidence, folder, losses)))
  if (format.kind === 'path')
    return inPlace(path, (unfinished) => checked(format.write(evidence, unfinished, losses)))
  return writeWhole(path, (output) => checked(format.write(evidence, output, losses)))
}

/**
 * The evidence with a count of what was handed out, so that a format that left something out, or ended early, is found out
 * before its file has a name.
 */
function counted(
  evidence: Evidence,
  onProgress: OnExportProgress,
): Evidence & { assertCounted(written: Written): void } {
  let articles = 0
  let quotes = 0
  return {
    ...evidence,
    *articles() {
      articles = 0
      quotes = 0
      for (const article of evidence.articles()) {
        articles++
        for (const source of article.sources) quotes += source.quotes.length
        yield article
        if (articles % 50 === 0) onProgress(articles, evidence.articleCount)
      }
      onProgress(evidence.articleCount, evidence.articleCount)
    },
    assertCounted(written) {
      const hasQuotes = written.quotes > 0
      if (
        (written.articles > 0 && written.articles !== articles) ||
        (hasQuotes && written.quotes !== quotes)
      ) {
        throw new AppError(
          'export-miscounted',
          `The export has ${written.quotes} of ${quotes} quotes and ${written.articles} of ${articles} articles.`,
          'Nothing was written. Please report this.',
        )
      }
    },
  }
}

function bytesOf(path: string): number {
  const stats = statSync(path)
  return stats.isFile() ? stats.size : 0
}
