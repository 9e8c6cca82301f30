/** `ended`: the backend answers again, but was started anew and does not know this window any more. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'ended'

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
