import { statSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { SearchAnswer, SearchRequest } from '#shared/domain/search.ts'
import { type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import { openReadable, type Readable } from '../store/connection.ts'
import { search } from './search.ts'

export interface SearchTask {
  id: number
  path: string
  request: SearchRequest
}
export type SearchOutcome = { id: number } & ({ answer: SearchAnswer } | { error: ErrorData })

let open: { db: Readable; file: string } | undefined

/** The connection to the file at `path`; a new one when another file has taken its place, as after a restore. */
function connectionTo(path: string): Readable {
  const { dev, ino } = statSync(path)
  const file = `${path} ${dev} ${ino}`
  if (open?.file !== file) {
    open?.db.close()
    open = undefined
    open = { db: openReadable(path), file }
  }
  return open.db
}

parentPort?.on('message', ({ id, path, request }: SearchTask) => {
  let outcome: SearchOutcome
  try {
    outcome = { id, answer: search(connectionTo(path), request) }
  } catch (error) {
    outcome = { id, error: toErrorData(error) }
  }
  parentPort?.postMessage(outcome)
})
