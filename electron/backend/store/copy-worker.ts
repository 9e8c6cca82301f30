import { parentPort, workerData } from 'node:worker_threads'
import { toErrorData } from '#shared/util/app-error.ts'
import { copyMoment } from './connection.ts'
import type { CopyMessage, CopyTask } from './copy-in-worker.ts'
import { rowCounts } from './notebook-info.ts'
import { proveNotebook, syncFile } from './prove-notebook.ts'

/** Copies one notebook, proves the copy, and ends. Says when the notebook itself is no longer read. */
async function copyAndProve({ path, target }: CopyTask): Promise<void> {
  const wanted = await copyMoment(path, target, rowCounts)
  say({ kind: 'copied' })
  const found = proveNotebook(target)
  const differing = Object.keys(wanted).filter((table) => wanted[table] !== found[table])
  if (differing.length > 0) throw new Error(`the copy lacks rows of ${differing.join(', ')}`)
  syncFile(target)
}

function say(message: CopyMessage): void {
  parentPort?.postMessage(message)
}

try {
  await copyAndProve(workerData as CopyTask)
  say({ kind: 'proved' })
} catch (error) {
  say({ kind: 'failed', error: toErrorData(error) })
}
