import { workerData } from 'node:worker_threads'
import { readMoment } from '../store/connection.ts'
import { runThreadTask } from '../task-thread.ts'
import type { ExportTask } from './export-in-worker.ts'
import { runExport } from './run-export.ts'

const reportEveryMs = 100

await runThreadTask((report) => {
  const { path, order } = workerData as ExportTask
  let reported = 0
  return readMoment(path, (db) =>
    runExport(db, order, (done, total) => {
      if (done < total && performance.now() - reported < reportEveryMs) return
      reported = performance.now()
      report({ step: 'writing', share: total === 0 ? 1 : done / total })
    }),
  )
})
