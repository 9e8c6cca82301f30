import type { FrozenView } from '#shared/domain/frozen-view.ts'

/** What a view in the text, or the slash menu, asks the window for. */
export type FrozenAsk =
  | { kind: 'freeze'; view: FrozenView['kind'] }
  /** The quotes behind one place of a view. */
  | {
      kind: 'quotes'
      title: string
      about: string
      quoteIds: readonly string[]
      /** How many statements there were; not every quote of them is kept. */
      statements: number
      /** Where the notebook shows it as it is now. */
      address: string
      /** Behind the view, where quotes may be put. */
      after: number
    }

/** Between the views inside the editor, which are no React components, and what opens over the page. */
export interface FrozenDesk {
  asked(): FrozenAsk | null
  ask(next: FrozenAsk | null): void
  /** Returns the function that ends it. */
  subscribe(listener: () => void): () => void
  /** Goes to a screen. */
  open(path: string): void
  /** The same view as it is now; undefined where that failed, which has been said. */
  freezeAnew(view: FrozenView): Promise<FrozenView | undefined>
}

export function createFrozenDesk(doors: Pick<FrozenDesk, 'open' | 'freezeAnew'>): FrozenDesk {
  let asked: FrozenAsk | null = null
  const listeners = new Set<() => void>()
  return {
    asked: () => asked,
    ask(next) {
      asked = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    ...doors,
  }
}
