import { parentPort, workerData } from 'node:worker_threads'
import type { TaskProgress } from '#shared/domain/task.ts'
import { toErrorData } from '#shared/util/app-error.ts'
import { copyMoment } from './connection.ts'
import type { CopyMessage, CopyTask } from './copy-in-worker.ts'
import { rowCounts } from './notebook-info.ts'
import { proveNotebook, syncFile } from './prove-notebook.ts'
import { beginStep } from './task-controls.ts'

/** What each step takes of the time at 100,000 articles. */
const stretches = { copying: [0, 0.5], proving: [0.5, 1] } as const

/** Copies one notebook, proves the copy, and ends. Says when the notebook itself is no longer read. */
async function copyAndProve({ path, target }: CopyTask): Promise<void> {
  const wanted = await copyMoment(path, target, rowCounts, beginStep(tell, 'copying', stretches.copying))
  say({ kind: 'copied' })
  const found = proveNotebook(target, beginStep(tell, 'proving', stretches.proving))
  const differing = Object.keys(wanted).filter((table) => wanted[table] !== found[table])
  if (differing.length > 0) throw new Error(`the copy lacks rows of ${differing.join(', ')}`)
  syncFile(target)
}

function tell(progress: TaskProgress): void {
  say({ kind: 'progress', progress })
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
