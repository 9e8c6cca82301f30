import { parentPort } from 'node:worker_threads'
import { type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import type { ExtractionInput } from './extract-article.ts'
import { type ExtractedFile, extractFile } from './extract-file.ts'

export type ExtractionAnswer = { readonly article: ExtractedFile } | { readonly error: ErrorData }

/** What a worker says: once that its code is loaded, then an answer to each question. */
export type WorkerMessage = { readonly isReady: true } | ExtractionAnswer

async function answer(input: ExtractionInput): Promise<ExtractionAnswer> {
  try {
    return { article: await extractFile(input) }
  } catch (error) {
    return { error: toErrorData(error) }
  }
}

// One answer for every question, in order: the other side asks the next only when it has this one.
parentPort?.on('message', (input: ExtractionInput) => {
  void answer(input).then((said) => parentPort?.postMessage(said))
})

parentPort?.postMessage({ isReady: true } satisfies WorkerMessage)
