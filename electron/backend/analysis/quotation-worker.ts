import { parentPort, workerData } from 'node:worker_threads'
import { findQuotations } from '#shared/quotations/find-quotations.ts'
import type { Search } from './find-in-revision.ts'

const { text, language } = workerData as Search
parentPort?.postMessage(findQuotations(text, language))
