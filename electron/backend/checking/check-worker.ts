import { workerData } from 'node:worker_threads'
import { readMoment } from '../store/connection.ts'
import { runThreadTask } from '../task-thread.ts'
import { checkNotebook } from './check-notebook.ts'

await runThreadTask((report) => readMoment(workerData as string, (db) => checkNotebook(db, report)))
