import type { DossierCheck } from '#shared/domain/dossier-check.ts'
import { AppError } from '#shared/util/app-error.ts'
import { createAsker } from '../ask-worker.ts'
import { workerUrl } from '../worker-url.ts'

export interface DossierQuestion {
  id: string
}

/** Answers what takes a look at a whole dossier, in a worker thread. */
export interface DossierReader {
  /** @throws AppError `cancelled` once the signal aborts, `dossier-check-failed`, and what `checkDossier` throws */
  check(id: string, signal?: AbortSignal): Promise<DossierCheck>
  close(): Promise<void>
}

const timeLimitMs = 120_000
const patienceMs = 500

/** `path` is asked for at each question: the notebook's file. */
export function createDossierReader(path: () => string): DossierReader {
  const asker = createAsker<DossierQuestion, DossierCheck>({
    script: workerUrl('dossier-worker', import.meta.url),
    path,
    timeLimitMs,
    patienceMs,
    cancelled: () => new AppError('cancelled', 'Looking at the dossier was cancelled.'),
    timedOut: () =>
      new AppError(
        'dossier-check-failed',
        `Looking at the dossier took longer than ${timeLimitMs / 1000} seconds and was ended.`,
        'Split it into several.',
      ),
    broke: (why) => new AppError('dossier-check-failed', `Looking at the dossier broke: ${why}`),
  })
  return { check: (id, signal) => asker.ask({ id }, signal), close: asker.close }
}
