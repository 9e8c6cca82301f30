import { type RefObject, useCallback } from 'react'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'

/** Lets the keys of lists go from one part of a view to the next: to the elements marked `data-step` below `root`. */
export function useListSteps(root: RefObject<HTMLElement | null>): void {
  const step = useCallback(
    (by: number) => {
      const parts = [...(root.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])]
      const at = parts.findIndex((part) => part.contains(document.activeElement))
      const next = parts[at === -1 && by < 0 ? parts.length - 1 : at + by]
      next?.focus()
      next?.scrollIntoView({ block: 'nearest' })
    },
    [root],
  )
  useAppShortcuts({ listDown: () => step(1), listUp: () => step(-1) })
}
