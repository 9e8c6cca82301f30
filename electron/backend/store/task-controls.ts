import type { TaskProgress, TaskStep } from '#shared/domain/task.ts'

/** How long work says how far it is, and hears that nobody waits for it any more. */
export interface TaskControls {
  readonly signal?: AbortSignal | undefined
  report?(progress: TaskProgress): void
}

/** Told how much of a step is done, in whatever it is counted. */
export type OnProgress = (done: number, total: number) => void

/** Begins a step, and reports it as the stretch of the whole that it usually takes. */
export function beginStep(
  report: (progress: TaskProgress) => void,
  step: TaskStep,
  [from, to]: readonly [from: number, to: number],
): OnProgress {
  report({ step, share: from })
  return (done, total) => {
    const part = total <= 0 ? 1 : Math.min(done / total, 1)
    report({ step, share: from + (to - from) * part })
  }
}

/** Reports work that is one stretch of a longer one. */
export function inStretch(
  report: (progress: TaskProgress) => void,
  [from, to]: readonly [from: number, to: number],
): (progress: TaskProgress) => void {
  return ({ step, share }) => report({ step, share: from + (to - from) * share })
}
