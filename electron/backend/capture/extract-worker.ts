import { parentPort } from 'node:worker_threads'
import { type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import type { ExtractionInput } from './extract-article.ts'
import { type ExtractedFile, extractFile } from './extract-file.ts'
import type { DocumentKind } from './formats/document-kind.ts'

/** One file to take apart; `document` is what it was seen to be, undefined for a page or a text. */
export interface ExtractionTask {
  readonly input: ExtractionInput
  readonly document: DocumentKind | undefined
}

export type ExtractionAnswer = { readonly article: ExtractedFile } | { readonly error: ErrorData }

/** What a worker says: once that its code is loaded, then an answer to each question. */
export type WorkerMessage = { readonly isReady: true } | ExtractionAnswer

async function answer({ input, document }: ExtractionTask): Promise<ExtractionAnswer> {
  try {
    return { article: await extractFile(input, document) }
  } catch (error) {
    return { error: toErrorData(error) }
  }
}

// One answer for every question, in order: the other side asks the next only when it has this one.
parentPort?.on('message', (task: ExtractionTask) => {
  void answer(task).then((said) => parentPort?.postMessage(said))
})

parentPort?.postMessage({ isReady: true } satisfies WorkerMessage)
