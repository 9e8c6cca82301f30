import type { ClipResult } from '#shared/domain/capture.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { ExtractionInput } from '../capture/extract-article.ts'
import type { ExtractedFile } from '../capture/extract-file.ts'
import { extractInWorker } from '../capture/extract-in-worker.ts'
import { fetchPage } from '../capture/fetch-page.ts'
import { keepImages } from '../capture/keep-images.ts'
import { storeCapture } from '../capture/store-capture.ts'
import type { Writable } from '../store/connection.ts'
import type { HandlersOf } from './handler.ts'
import type { Session } from './session.ts'

interface Choices {
  onDuplicate: 'ask' | 'revise' | 'separate'
  taskId?: string | undefined
  title?: string | undefined
  publishedAt?: string | undefined
}

interface Obtained {
  input: ExtractionInput
  url: string | null
  /** Fetches what else belongs to the article; only what the user asked to fetch from an address has anything to fetch. */
  complete?: (extracted: ExtractedFile) => Promise<ExtractedFile>
}

export const capture: HandlersOf<'capture'> = {
  clipUrl: {
    prepare: (session, { url, ...choices }, signal) =>
      asTask(session, choices, signal, async (cancelled) => {
        const page = await fetchPage(url, { signal: cancelled })
        return {
          input: { bytes: page.bytes, contentType: page.contentType, url: page.url },
          url: page.url,
          complete: (extracted) => keepImages(extracted, { signal: cancelled }),
        }
      }),
  },
  clipFile: {
    prepare: (session, { fileName, bytes, url, ...choices }, signal) =>
      asTask(session, choices, signal, async () => ({
        input: { bytes: Buffer.from(bytes, 'base64'), fileName, url },
        url: url ?? null,
      })),
  },
  clipText: {
    prepare: (session, { text, html, url, ...choices }, signal) =>
      asTask(session, choices, signal, async () => ({
        input: pastedInput(text, html, url),
        url: url ?? null,
      })),
  },
  cancel: ({ tasks }, { taskId }) => tasks.get(taskId)?.abort(),
}

/**
 * Fetches and extracts under a signal that `capture.cancel` or the caller going away ends; what to store is handed back
 * for the router's transaction.
 */
async function asTask(
  session: Session,
  { onDuplicate, taskId, title, publishedAt }: Choices,
  signal: AbortSignal | undefined,
  obtain: (cancelled: AbortSignal) => Promise<Obtained>,
): Promise<(db: Writable) => ClipResult> {
  session.notebook.assertWritable()
  const controller = new AbortController()
  const cancelled = signal === undefined ? controller.signal : AbortSignal.any([controller.signal, signal])
  if (taskId !== undefined) session.tasks.set(taskId, controller)
  try {
    const { input, url, complete } = await obtain(cancelled)
    const taken = await extractInWorker({ ...input, title, publishedAt }, { signal: cancelled })
    const extracted = complete === undefined ? taken : await complete(taken)
    if (cancelled.aborted) throw new AppError('cancelled', 'The capture was cancelled. Nothing was stored.')
    return (db) => storeCapture(db, { extracted, original: input.bytes, url }, onDuplicate)
  } catch (error) {
    if (cancelled.aborted) throw new AppError('cancelled', 'The capture was cancelled. Nothing was stored.')
    throw error
  } finally {
    if (taskId !== undefined) session.tasks.delete(taskId)
  }
}

/** A paste with markup keeps its structure; the markup is no more trusted than a page's. */
function pastedInput(text: string, html: string | undefined, url: string | undefined): ExtractionInput {
  const kind = html === undefined || html.trim() === '' ? 'text' : 'html'
  return {
    bytes: Buffer.from(kind === 'html' ? (html ?? '') : text, 'utf8'),
    kind,
    contentType: 'text/plain; charset=utf-8',
    url,
  }
}
