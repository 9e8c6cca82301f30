import type { ClipResult } from '#shared/domain/capture.ts'
import type { ExtractionInput } from '../capture/extract-article.ts'
import { type FetchedPage, fetchPage } from '../capture/fetch-page.ts'
import { documentKind } from '../capture/formats/document-kind.ts'
import { keepImages } from '../capture/keep-images.ts'
import { normalizeUrl } from '../capture/normalize-url.ts'
import { captureOfBytes, storeCapture } from '../capture/store-capture.ts'
import type { Writable } from '../store/connection.ts'
import { dismissClipped } from '../store/feeds.ts'
import { prepareClipPage } from './clip-page.ts'
import { extractAsTask, type Obtained, type TaskChoices } from './extract-as-task.ts'
import type { HandlersOf } from './handler.ts'
import type { Session } from './session.ts'

interface Choices extends TaskChoices {
  onDuplicate: 'ask' | 'revise' | 'separate'
}

export const capture: HandlersOf<'capture'> = {
  clipUrl: {
    prepare: async (session, { url, ...choices }, signal) => {
      const store = await asTask(session, choices, signal, async (cancelled) => {
        const page = await fetchPage(url, { ...session.fetching, signal: cancelled })
        return {
          input: { ...page, fileName: documentName(page) },
          complete: (extracted) => keepImages(extracted, { ...session.fetching, signal: cancelled }),
        }
      })
      return (db) => {
        const result = store(db)
        const asked = normalizeUrl(url)
        if (asked !== undefined) dismissClipped(db, asked)
        return result
      }
    },
  },
  clipFile: {
    coalesce: ({ importId }) => (importId === undefined ? undefined : `import:${importId}`),
    prepare: async (session, { fileName, bytes, url, importId, ...choices }, signal) => {
      const original = Buffer.from(bytes, 'base64')
      const known = importId === undefined ? null : captureOfBytes(session.notebook.reader(), original)
      if (known !== null) return () => known
      return asTask(session, choices, signal, async () => ({ input: { bytes: original, fileName, url } }))
    },
  },
  clipText: {
    prepare: (session, { text, html, url, ...choices }, signal) =>
      asTask(session, choices, signal, async () => ({
        input: pastedInput(text, html, url),
      })),
  },
  clipPage: { prepare: prepareClipPage },
}

/** Obtains and extracts, and hands back what to store for the router's transaction. */
async function asTask(
  session: Session,
  choices: Choices,
  signal: AbortSignal | undefined,
  obtain: (cancelled: AbortSignal) => Promise<Obtained>,
): Promise<(db: Writable) => ClipResult> {
  const { file, original, url } = await extractAsTask(session, choices, signal, obtain)
  return (db) => storeCapture(db, { extracted: file, original, url }, choices.onDuplicate)
}

/** What a document would be saved as, for one that has no title; a page is named by nothing but itself. */
function documentName({ bytes, url }: FetchedPage): string | undefined {
  if (documentKind(bytes) === undefined) return undefined
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
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
