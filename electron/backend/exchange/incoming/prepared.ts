import { AppError, toErrorData } from '#shared/util/app-error.ts'
import type { ExtractedFile } from '../../capture/extract-file.ts'
import { extractInWorker } from '../../capture/extract-in-worker.ts'
import { findKnownArticle } from '../../capture/find-known-article.ts'
import type { Readable } from '../../store/connection.ts'
import { findArticleByOriginal, sha256 } from '../../store/revisions.ts'
import type { Bundle, BundledArticle } from './bundle.ts'

/** A file of a bundle that was taken apart, or that is here already. */
export interface PreparedFile {
  /** Of the bytes. */
  sha256: string
  /** Null where the article is in the notebook already, or where nothing is to be written. */
  load(): { extracted: ExtractedFile; original: Uint8Array } | null
}

/** A bundle whose files were read, so that it can be put into a notebook without waiting for anything. */
export interface PreparedBundle extends Bundle {
  /** By the article's key; those whose file could not be read are left out, and told. */
  files: ReadonlyMap<string, PreparedFile>
}

export interface PrepareOptions {
  signal?: AbortSignal | undefined
  onProgress?: (done: number, total: number) => void
  /** A preview takes no file apart. */
  onlyLook?: boolean
  /** Puts away what was made of a file until it is asked for; kept in memory where left out. */
  putAway?: (value: { extracted: ExtractedFile; original: Uint8Array }) => () => {
    extracted: ExtractedFile
    original: Uint8Array
  }
}

/**
 * Reads the files that articles of the bundle are made of and takes those apart that are not in the notebook. One that cannot be read
 * is told as left out, and its article comes with what else is known of it.
 *
 * @throws AppError `cancelled`
 */
export async function prepareBundle(
  db: Readable,
  bundle: Bundle,
  { signal, onProgress, onlyLook = false, putAway = (value) => () => value }: PrepareOptions = {},
): Promise<PreparedBundle> {
  const files = new Map<string, PreparedFile>()
  const leftOut = [...bundle.leftOut]
  const withFiles = bundle.articles.filter(({ source }) => source.kind === 'file')
  let done = 0
  for (const article of withFiles) {
    assertGoingOn(signal)
    try {
      const file = await prepareFile(db, article, onlyLook, putAway, signal)
      if (file !== null) files.set(article.key, file)
    } catch (error) {
      assertGoingOn(signal)
      const { message } = toErrorData(error)
      leftOut.push({ kind: 'file', name: `${fileNameOf(article)}: ${message}` })
    }
    onProgress?.(++done, withFiles.length)
  }
  return { ...bundle, leftOut, files }
}

async function prepareFile(
  db: Readable,
  { source, url, title, publishedAt }: BundledArticle,
  onlyLook: boolean,
  putAway: NonNullable<PrepareOptions['putAway']>,
  signal: AbortSignal | undefined,
): Promise<PreparedFile | null> {
  if (source.kind !== 'file') return null
  const original = await source.read()
  const hash = sha256(original)
  const isHere =
    findArticleByOriginal(db, hash) !== null || (url !== undefined && findKnownArticle(db, [url]) !== null)
  if (isHere || onlyLook) return { sha256: hash, load: () => null }
  const extracted = await extractInWorker(
    { bytes: original, fileName: source.fileName, url, title, publishedAt },
    { signal },
  )
  return { sha256: hash, load: putAway({ extracted, original }) }
}

function fileNameOf({ source, title }: BundledArticle): string {
  return source.kind === 'file' ? source.fileName : (title ?? '')
}

function assertGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', 'The import was cancelled. Nothing was changed.')
}
