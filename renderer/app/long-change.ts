import { runTask } from '../rpc/run-task.ts'

/** A change that takes so long that the backend says how far it is. */
export interface LongChange {
  /** Of the whole, from 0 to 1. */
  share: number
  cancel(): void
}

let current: LongChange | null = null
const listeners = new Set<() => void>()

function set(next: LongChange | null): void {
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

/** The one under way, null for none; a store for `useSyncExternalStore`. */
export const longChange = {
  get: (): LongChange | null => current,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Makes a change that may touch thousands of rows: where it does, it shows in `LongChangeStatus`, and can be cancelled there. */
export async function runLongChange<T>(call: (taskId: string) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const cancel = () => controller.abort()
  try {
    return await runTask(call, {
      signal: controller.signal,
      onProgress: ({ share }) => set({ share, cancel }),
    })
  } finally {
    set(null)
  }
}
