import { parentPort, workerData } from 'node:worker_threads'
import { toErrorData } from '#shared/util/app-error.ts'
import { readMoment } from '../store/connection.ts'
import type { CheckMessage } from './check-in-worker.ts'
import { checkNotebook } from './check-notebook.ts'

function say(message: CheckMessage): void {
  parentPort?.postMessage(message)
}

try {
  say(await readMoment(workerData as string, (db) => checkNotebook(db, (progress) => say({ progress }))))
} catch (error) {
  say({ error: toErrorData(error) })
}
