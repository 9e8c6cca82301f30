import type { ChangeEvent } from '#shared/domain/journal.ts'

export interface Announcer {
  announce(event: ChangeEvent): void
  /** Returns the way to stop listening. */
  onChange(listener: (event: ChangeEvent) => void): () => void
}

/**
 * Tells listeners what was committed. Everybody hears events in the order of the commits, also where a listener makes a
 * change of its own; a listener that fails keeps nobody else from hearing, and cannot make a committed change look failed.
 */
export function createAnnouncer(report: (error: unknown) => void = reportOnConsole): Announcer {
  const listeners = new Set<(event: ChangeEvent) => void>()
  const waiting: ChangeEvent[] = []
  let telling = false

  function tell(event: ChangeEvent): void {
    for (const listener of [...listeners]) {
      try {
        listener(event)
      } catch (error) {
        report(error)
      }
    }
  }

  return {
    announce: (event) => {
      waiting.push(event)
      if (telling) return
      telling = true
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) tell(next)
      telling = false
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

function reportOnConsole(error: unknown): void {
  console.error('A listener to changes of the notebook failed.', error)
}
