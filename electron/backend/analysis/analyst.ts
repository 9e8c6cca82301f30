import type { ChangeEvent } from '#shared/domain/journal.ts'
import { AppError } from '#shared/util/app-error.ts'
import { createAsker } from '../ask-worker.ts'
import type { Notebook } from '../store/notebook.ts'
import { workerUrl } from '../worker-url.ts'
import type { AnalysisAnswer, AnalysisInput, AnalysisName } from './answers.ts'
import { type PackedMatrix, unpackMatrix } from './packed-matrix.ts'
import { type PackedBins, unpackBins } from './timeline.ts'

/** Answers what the coded quotes tell. */
export interface Analyst {
  /**
   * The first question waits until all statements have been read; later ones answer from memory, and see every change that was
   * committed before they were asked. Rejects with `cancelled` once the signal aborts, `analysis-timed-out`, `analysis-failed`.
   */
  ask<Name extends AnalysisName>(
    name: Name,
    input: AnalysisInput<Name>,
    signal?: AbortSignal,
  ): Promise<AnalysisAnswer<Name>>
  /** Lets go of the memory; questions under way reject with `cancelled`. */
  close(): Promise<void>
}

/** What the worker is asked; see `analysis-worker.ts`. */
export interface AnalysisRequest {
  name: AnalysisName
  input: unknown
  /** Whether the worker is told of every change: another program may be the one that writes. */
  isTold: boolean
}

/** Reading a million statements takes seconds, on a slow disk some more. */
const timeLimitMs = 120_000

export function createAnalyst(notebook: Pick<Notebook, 'reader' | 'readOnlyBecause' | 'onChange'>): Analyst {
  const asker = createAsker<AnalysisRequest, unknown, ChangeEvent['entities']>({
    script: workerUrl('analysis-worker', import.meta.url),
    path: () => notebook.reader().path,
    timeLimitMs,
    // What was read is of use to the next question, so nobody's leaving ends it.
    patienceMs: null,
    cancelled: () => new AppError('cancelled', 'The analysis was cancelled.'),
    timedOut: () =>
      new AppError(
        'analysis-timed-out',
        `The analysis took longer than ${timeLimitMs / 1000} seconds and was ended.`,
        'Try again when the computer has less to do.',
      ),
    broke: (why) => new AppError('analysis-failed', `The analysis broke: ${why}`),
  })
  const stopListening = notebook.onChange(({ entities }) => asker.tell(entities))
  return {
    ask: async <Name extends AnalysisName>(name: Name, input: AnalysisInput<Name>, signal?: AbortSignal) => {
      const isTold = notebook.readOnlyBecause === null
      const answer = await asker.ask({ name, input, isTold }, signal)
      return unpacked(name, answer) as AnalysisAnswer<Name>
    },
    close: async () => {
      stopListening()
      await asker.close()
    },
  }
}

function unpacked(name: AnalysisName, answer: unknown): unknown {
  if (name === 'matrix') return unpackMatrix(answer as PackedMatrix)
  return name === 'timeline' ? unpackBins(answer as PackedBins) : answer
}
