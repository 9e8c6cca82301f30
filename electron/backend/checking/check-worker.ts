import { parentPort, workerData } from 'node:worker_threads'
import { toErrorData } from '#shared/util/app-error.ts'
import { openReadable } from '../store/connection.ts'
import type { CheckOutcome } from './check-in-worker.ts'
import { checkNotebook } from './check-notebook.ts'

async function check(path: string): Promise<CheckOutcome> {
  try {
    const db = openReadable(path)
    try {
      return await checkNotebook(db)
    } finally {
      db.close()
    }
  } catch (error) {
    return { error: toErrorData(error) }
  }
}

parentPort?.postMessage(await check(workerData as string))
