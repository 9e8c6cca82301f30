import type { z } from 'zod'
import type { Bibliography, bibliographyRequestSchema } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'
import { createAsker } from '../ask-worker.ts'
import { workerUrl } from '../worker-url.ts'
import type { DossierReading } from './dossier/check-dossier.ts'

type BibliographyRequest = z.output<typeof bibliographyRequestSchema>

export type DossierQuestion = { check: string } | { bibliography: BibliographyRequest }
export type DossierAnswer = DossierReading | Bibliography

/** Answers what takes a look at a whole dossier, in a worker thread. */
export interface DossierReader {
  /** @throws AppError `cancelled` once the signal aborts, `dossier-unread`, and what `checkDossier` throws */
  check(id: string, signal?: AbortSignal): Promise<DossierReading>
  /** @throws the same, and what `bibliographyOf` throws */
  bibliography(request: BibliographyRequest, signal?: AbortSignal): Promise<Bibliography>
  close(): Promise<void>
}

const timeLimitMs = 120_000
const patienceMs = 500

/** `path` is asked for at each question: the notebook's file. */
export function createDossierReader(path: () => string): DossierReader {
  const asker = createAsker<DossierQuestion, DossierAnswer>({
    script: workerUrl('dossier-worker', import.meta.url),
    path,
    timeLimitMs,
    patienceMs,
    cancelled: () => new AppError('cancelled', 'Looking at the dossier was cancelled.'),
    timedOut: () =>
      new AppError(
        'dossier-unread',
        `Looking at the dossier took longer than ${timeLimitMs / 1000} seconds and was ended.`,
        'Split it into several.',
      ),
    broke: (why) => new AppError('dossier-unread', `Looking at the dossier broke: ${why}`),
  })
  return {
    check: (id, signal) => asker.ask({ check: id }, signal) as Promise<DossierReading>,
    bibliography: (request, signal) => asker.ask({ bibliography: request }, signal) as Promise<Bibliography>,
    close: asker.close,
  }
}
