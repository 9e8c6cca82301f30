import { workerData } from 'node:worker_threads'
import type { SharePreview } from '#shared/domain/sharing.ts'
import { readMoment } from '../store/connection.ts'
import { runThreadTask } from '../task-thread.ts'
import type { ShareTask } from './share-in-worker.ts'
import { describePart, estimateBytes } from './sharing/shared-rows.ts'
import { chosenOf, writeShare } from './sharing/write-share.ts'

const reportEveryMs = 100

await runThreadTask((report) => {
  const { path, choice, file } = workerData as ShareTask
  let reported = 0
  return readMoment(path, (db): SharePreview | Promise<SharePreview> => {
    if (file !== null)
      return writeShare(db, { ...choice, ...file }, (progress) => {
        if (progress.share < 1 && performance.now() - reported < reportEveryMs) return
        reported = performance.now()
        report(progress)
      })
    const chosen = chosenOf(db, choice)
    return { ...describePart(db, chosen), bytes: estimateBytes(db, chosen) }
  })
})
