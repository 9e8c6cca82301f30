export type ConnectionState = 'connecting' | 'open' | 'lost'

let state: ConnectionState = 'connecting'
const listeners = new Set<() => void>()

/** Whether the backend can be reached, as a store for `useSyncExternalStore`. */
export const connection = {
  get: (): ConnectionState => state,
  set(next: ConnectionState): void {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
