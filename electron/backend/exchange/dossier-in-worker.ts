import type { z } from 'zod'
import type { Bibliography, bibliographyRequestSchema } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'
import { createAsker } from '../ask-worker.ts'
import { workerUrl } from '../worker-url.ts'
import type { DossierReading } from './dossier/check-dossier.ts'

type BibliographyRequest = z.output<typeof bibliographyRequestSchema>

export type DossierQuestion = { check: string } | { bibliography: BibliographyRequest } | { style: string }
export type DossierAnswer = DossierReading | Bibliography | null

/** Answers what takes a look at a whole dossier, in a worker thread. */
export interface DossierReader {
  /** @throws AppError `cancelled` once the signal aborts, `dossier-unread`, and what `checkDossier` throws */
  check(id: string, signal?: AbortSignal): Promise<DossierReading>
  /** @throws the same, and what `bibliographyOf` throws */
  bibliography(request: BibliographyRequest, signal?: AbortSignal): Promise<Bibliography>
  /** Tries the text of a citation style. @throws AppError what `tryStyle` throws, `style-broken` for one that takes too long */
  tryStyle(csl: string, signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}

const timeLimitMs = 120_000
const patienceMs = 500
/** A style that works needs a fraction of it, on a busy machine too. */
const styleLimitMs = 15_000

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
    async tryStyle(csl, signal) {
      const tooLong = AbortSignal.timeout(styleLimitMs)
      try {
        await asker.ask({ style: csl }, signal === undefined ? tooLong : AbortSignal.any([signal, tooLong]))
      } catch (error) {
        if (!tooLong.aborted || signal?.aborted === true) throw error
        throw new AppError(
          'style-broken',
          'The citation style does not work: it takes too long.',
          'Choose another style.',
          { cause: error },
        )
      }
    },
    close: asker.close,
  }
}
