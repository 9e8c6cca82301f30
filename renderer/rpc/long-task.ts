import type { TaskProgress } from '#shared/domain/task.ts'
import { errorDataOf } from './error-data.ts'
import { runTask } from './run-task.ts'

/** How long work stands; `progress` is null until it has said anything. */
export interface LongTaskState<Result> {
  running: boolean
  progress: TaskProgress | null
  /** What it came to when it was last finished. */
  result: Result | undefined
}

/** Work that goes on while its screen is left, and is found there as it stands; a store for `useSyncExternalStore`. */
export interface LongTask<Result> {
  get(): LongTaskState<Result>
  subscribe(listener: () => void): () => void
  /** Does nothing while it runs. Resolves with the result; undefined where it was cancelled. @throws what the call throws */
  start(): Promise<Result | undefined>
  cancel(): void
}

export function createLongTask<Result>(call: (taskId: string) => Promise<Result>): LongTask<Result> {
  let state: LongTaskState<Result> = { running: false, progress: null, result: undefined }
  let controller = new AbortController()
  const listeners = new Set<() => void>()

  function set(next: Partial<LongTaskState<Result>>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: async () => {
      if (state.running) return undefined
      controller = new AbortController()
      const { signal } = controller
      set({ running: true, progress: null, result: undefined })
      try {
        const result = await runTask(call, { signal, onProgress: (progress) => set({ progress }) })
        set({ running: false, result })
        return result
      } catch (error) {
        set({ running: false })
        if (signal.aborted && errorDataOf(error).code === 'cancelled') return undefined
        throw error
      }
    },
    cancel: () => controller.abort(),
  }
}
