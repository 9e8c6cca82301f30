import type { StateFile } from './state-file.ts'

/** One start of the app, counted as failed until a window was shown. */
export interface Start {
  /** The last starts failed: no notebook is opened without asking. */
  isSafe: boolean
  succeeded(): void
}

const failuresToSafety = 2

export function beginStart(state: StateFile): Start {
  const { failedStarts } = state.get()
  state.set({ failedStarts: failedStarts + 1 })
  return {
    isSafe: failedStarts >= failuresToSafety,
    succeeded() {
      if (state.get().failedStarts !== 0) state.set({ failedStarts: 0 })
    },
  }
}
