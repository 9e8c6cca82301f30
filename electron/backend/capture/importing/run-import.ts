import type { ClipResult } from '#shared/domain/capture.ts'
import { AppError, toErrorData } from '#shared/util/app-error.ts'
import type { Notebook } from '../../store/notebook.ts'
import { findArticleByOriginal, sha256 } from '../../store/revisions.ts'
import { createExtractor, type Extractor } from '../extract-in-worker.ts'
import { type Capture, storeCapture } from '../store-capture.ts'
import type { ImportEntry, ImportFailure, ImportPlan } from './import-entry.ts'
import { savedFrom } from './saved-from.ts'
import { unreadableFile } from './walk-folder.ts'

/** How far an import has come; each number counts things of the plan. */
export interface ImportProgress {
  readonly total: number
  readonly done: number
  readonly created: number
  /** There already, by what told so: the very bytes, the address, the text. */
  readonly there: { readonly bytes: number; readonly url: number; readonly text: number }
  readonly failed: number
  /** What was taken up last. */
  readonly current: string | null
}

export interface ImportReport extends Omit<ImportProgress, 'failed' | 'current'> {
  readonly failures: readonly ImportFailure[]
  readonly passedOver: number
  readonly isCancelled: boolean
}

export interface ImportOptions {
  /** Names the import: its batches are one step to undo. */
  readonly id: string
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (progress: ImportProgress) => void
  /** Told of each thing that is an article of the notebook now, or was before. */
  readonly onStored?: (stored: { outcome: ClipResult['outcome']; articleId: string; title: string }) => void
  /** Pages taken apart at a time, each in a worker of its own. */
  readonly workers: number
}

/** Few enough that who works in the notebook meanwhile waits for no batch, enough that a commit is worth its disk write. */
const batchSize = 8
const batchBytes = 16_000_000

/**
 * Imports what was planned: reads, takes apart in workers, and stores in small transactions that are together one step
 * to undo. What is in the notebook already is passed over, by its bytes before it is taken apart, so an import that was
 * cancelled or killed is resumed by running it again. What fails is listed and does not end the rest.
 *
 * @throws AppError `read-only`, and what the notebook throws where it cannot be written to; what was stored stays
 */
export async function runImport(
  notebook: Pick<Notebook, 'assertWritable' | 'mutate' | 'reader'>,
  plan: ImportPlan,
  { id, signal, onProgress, onStored, workers }: ImportOptions,
): Promise<ImportReport> {
  notebook.assertWritable()
  const failures: ImportFailure[] = [...plan.failures]
  const there = { bytes: 0, url: 0, text: 0 }
  const taken = new Set<string>()
  const total = plan.entries.length + plan.failures.length
  let done = plan.failures.length
  let created = 0
  let next = 0
  let current: string | null = null
  let batch: Capture[] = []
  const halt = new AbortController()
  const ended = signal === undefined ? halt.signal : AbortSignal.any([halt.signal, signal])

  const report = () =>
    onProgress?.({ total, done, created, there: { ...there }, failed: failures.length, current })

  function flush(): void {
    const captures = batch
    batch = []
    if (captures.length === 0) return
    const results = notebook.mutate(
      'capture.import',
      (db) => captures.map((capture) => storeCapture(db, capture, 'ask')),
      { coalesceKey: `import:${id}` },
    )
    for (const result of results) {
      const { outcome, duplicateBy } = result
      onStored?.(result)
      if (outcome === 'created') created += 1
      else there[duplicateBy ?? 'text'] += 1
    }
    done += captures.length
    report()
  }

  async function take(entry: ImportEntry, extractor: Extractor): Promise<void> {
    const original = await entry.read()
    const digest = sha256(original)
    const known = findArticleByOriginal(notebook.reader(), digest)
    if (taken.has(digest) || known !== null) {
      onStored?.({ outcome: 'duplicate', articleId: known ?? '', title: entry.name })
      there.bytes += 1
      done += 1
      return
    }
    taken.add(digest)
    const url = savedFrom(original)
    const extracted = await extractor.extract(
      { bytes: original, fileName: entry.fileName, url, pictures: await entry.pictures?.(original) },
      { signal: ended },
    )
    batch.push({ extracted, original, url: url ?? null })
    const bytes = batch.reduce((sum, capture) => sum + capture.original.byteLength, 0)
    if (batch.length >= batchSize || bytes > batchBytes) flush()
  }

  async function lane(): Promise<void> {
    const extractor = createExtractor()
    try {
      for (let entry = plan.entries[next++]; entry !== undefined; entry = plan.entries[next++]) {
        if (ended.aborted) return
        current = entry.name
        report()
        try {
          await take(entry, extractor)
        } catch (error) {
          if (ended.aborted) return
          if (!isOfTheFile(error)) throw error
          failures.push({ name: entry.name, error: unreadableFile(error) })
          done += 1
        }
      }
    } catch (error) {
      halt.abort()
      throw error
    } finally {
      await extractor.close()
    }
  }

  const lanes = await Promise.allSettled(Array.from({ length: workers }, lane))
  const broken = lanes.find((outcome) => outcome.status === 'rejected')
  if (broken !== undefined) throw broken.reason
  flush()
  current = null
  report()
  return { total, done, created, there, failures, passedOver: plan.passedOver, isCancelled: ended.aborted }
}

/** A file that cannot be read or taken apart is listed; a notebook that cannot be written to ends the import. */
function isOfTheFile(error: unknown): boolean {
  if (error instanceof AppError) return error.code !== 'read-only' && error.code !== 'damaged-notebook'
  return (error as NodeJS.ErrnoException).syscall !== undefined || toErrorData(error).code !== 'internal'
}
