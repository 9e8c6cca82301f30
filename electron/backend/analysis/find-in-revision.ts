import { Worker } from 'node:worker_threads'
import { findQuotations } from '#shared/quotations/find-quotations.ts'
import type { Quotation, QuotationLanguage } from '#shared/quotations/quotation.ts'
import { workerUrl } from '../worker-url.ts'

/** What the worker is asked. */
export interface Search {
  text: string
  language: QuotationLanguage | undefined
}

/** Shorter texts are read in a tenth of a second and less, which is no longer than a thread takes to start. */
const longText = 100_000
const keptAtMost = 32
const kept = new Map<string, Promise<readonly Quotation[]>>()

/**
 * The quotations of a revision's text. A revision never changes, so what was found is kept for the revisions asked for
 * last; a long text is read in a thread of its own, so that nobody else waits.
 *
 * @param language the finder's tables to read it with; guessed from the text where left out
 */
export function findInRevision(
  revisionId: string,
  text: string,
  language: QuotationLanguage | undefined,
): Promise<readonly Quotation[]> {
  const key = `${revisionId} ${language ?? ''}`
  const found = kept.get(key) ?? find({ text, language })
  kept.delete(key)
  kept.set(key, found)
  found.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
  return found
}

function find({ text, language }: Search): Promise<readonly Quotation[]> {
  return text.length < longText
    ? Promise.resolve(findQuotations(text, language))
    : findInWorker({ text, language })
}

async function findInWorker(search: Search): Promise<readonly Quotation[]> {
  const worker = new Worker(workerUrl('quotation-worker', import.meta.url), {
    workerData: search,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  return new Promise((resolve, reject) => {
    worker.on('message', resolve).on('error', reject)
    worker.on('exit', () =>
      reject(new Error('The thread that looked for quotations ended without an answer.')),
    )
  })
}
