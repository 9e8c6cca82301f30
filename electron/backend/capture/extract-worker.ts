import { parentPort } from 'node:worker_threads'
import { type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import { type ExtractedArticle, type ExtractionInput, extractArticle } from './extract-article.ts'

export type ExtractionAnswer = { readonly article: ExtractedArticle } | { readonly error: ErrorData }

/** What a worker says: once that its code is loaded, then an answer to each question. */
export type WorkerMessage = { readonly isReady: true } | ExtractionAnswer

function answer(input: ExtractionInput): ExtractionAnswer {
  try {
    return { article: extractArticle(input) }
  } catch (error) {
    return { error: toErrorData(error) }
  }
}

// One answer for every question, in order: the other side asks the next only when it has this one.
parentPort?.on('message', (input: ExtractionInput) => {
  parentPort?.postMessage(answer(input))
})

parentPort?.postMessage({ isReady: true } satisfies WorkerMessage)
