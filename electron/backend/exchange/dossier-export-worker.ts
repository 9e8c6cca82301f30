import { workerData } from 'node:worker_threads'
import { readMoment } from '../store/connection.ts'
import { runThreadTask } from '../task-thread.ts'
import { exportDossier } from './dossier/export-dossier.ts'
import type { DossierExportTask } from './export-dossier-in-worker.ts'

await runThreadTask((report) => {
  const { path, order } = workerData as DossierExportTask
  return readMoment(path, (db) => exportDossier(db, order, report))
})
