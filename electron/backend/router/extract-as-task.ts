import { AppError } from '#shared/util/app-error.ts'
import type { ExtractionInput } from '../capture/extract-article.ts'
import type { ExtractedFile } from '../capture/extract-file.ts'
import { extractInWorker } from '../capture/extract-in-worker.ts'
import type { Session } from './session.ts'

export interface TaskChoices {
  taskId?: string | undefined
  title?: string | undefined
  publishedAt?: string | undefined
}

export interface Obtained {
  input: ExtractionInput
  /** Fetches what else belongs to the article; only what the user asked to fetch from an address has anything to fetch. */
  complete?: (extracted: ExtractedFile) => Promise<ExtractedFile>
}

/**
 * Fetches and extracts under a signal that `task.cancel` or the caller going away ends.
 *
 * @throws AppError `cancelled`, `read-only`, and what fetching and extracting throw
 */
export async function extractAsTask(
  session: Session,
  { taskId, title, publishedAt }: TaskChoices,
  signal: AbortSignal | undefined,
  obtain: (cancelled: AbortSignal) => Promise<Obtained>,
): Promise<{ file: ExtractedFile; original: Uint8Array; url: string | null }> {
  session.notebook.assertWritable()
  return session.tasks.run(taskId, signal, async ({ signal: cancelled }) => {
    try {
      const { input, complete } = await obtain(cancelled)
      const facts = { title: title ?? input.title, publishedAt: publishedAt ?? input.publishedAt }
      const taken = await extractInWorker({ ...input, ...facts }, { signal: cancelled })
      const file = complete === undefined ? taken : await complete(taken)
      cancelled.throwIfAborted()
      return { file, original: input.bytes, url: input.url ?? null }
    } catch (error) {
      if (cancelled.aborted) throw new AppError('cancelled', 'The capture was cancelled. Nothing was stored.')
      throw error
    }
  })
}
