import { statSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { toErrorData } from '#shared/util/app-error.ts'
import type { WorkerMessage, WorkerOutcome } from './ask-worker.ts'
import { openReadable, type Readable } from './store/connection.ts'

/** The worker's side of `createAsker`: answers each task on a connection that it keeps, and hears what it is told. */
export function answerTasks<Request, Answer, Told = never>(
  answer: (db: Readable, request: Request) => Answer,
  hear: (told: Told) => void = () => {},
): void {
  const connectionTo = keptConnection()
  parentPort?.on('message', (message: WorkerMessage<Request, Told>) => {
    if ('told' in message) {
      hear(message.told)
      return
    }
    const { id, path, request } = message
    let outcome: WorkerOutcome<Answer>
    try {
      outcome = { id, answer: answer(connectionTo(path), request) }
    } catch (error) {
      outcome = { id, error: toErrorData(error) }
    }
    parentPort?.postMessage(outcome)
  })
}

/** The connection to the file at a path; a new one when another file has taken its place, as after a restore. */
function keptConnection(): (path: string) => Readable {
  let open: { db: Readable; file: string } | undefined
  return (path) => {
    const { dev, ino } = statSync(path)
    const file = `${path} ${dev} ${ino}`
    if (open?.file !== file) {
      open?.db.close()
      open = undefined
      open = { db: openReadable(path), file }
    }
    return open.db
  }
}
