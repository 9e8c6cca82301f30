/** A way back, offered for as long as the change it belongs to is the latest. */
export interface ToastUndo {
  changeId: string
  run(): unknown
}

export interface ToastInput {
  message: string
  /** Takes the change back; offered as a button, and with the shortcut of Undo. */
  undo?: ToastUndo | undefined
  action?: { label: string; run(): unknown } | undefined
  /** `danger` stays until it is closed. */
  tone?: 'plain' | 'success' | 'danger'
}

export interface ToastEntry extends ToastInput {
  id: number
}

let entries: readonly ToastEntry[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly ToastEntry[]): void {
  entries = next
  for (const listener of listeners) listener()
}

/** Short messages about what has just happened. At most three are on screen; the oldest gives way. */
export const toast = {
  show(input: ToastInput): number {
    lastId += 1
    set([...entries.slice(-2), { ...input, id: lastId }])
    return lastId
  },
  dismiss(id: number): void {
    if (entries.some((entry) => entry.id === id)) set(entries.filter((entry) => entry.id !== id))
  },
  /** Another change was made or taken back: from now on, only that one can be undone. */
  keepUndoOf(changeId: string | null): void {
    const isStale = ({ undo }: ToastEntry) => undo !== undefined && undo.changeId !== changeId
    if (entries.some(isStale)) {
      set(entries.map((entry) => (isStale(entry) ? { ...entry, undo: undefined } : entry)))
    }
  },
  entries: () => entries,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
