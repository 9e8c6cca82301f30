import { useCallback, useEffect, useRef, useState } from 'react'

interface CardHeights {
  /** The height last measured; undefined for a card that has never been drawn. */
  heightOf(id: string): number | undefined
  /** Give it to each card as a ref: measures it while it is on screen. */
  measure(element: HTMLElement | null): (() => void) | undefined
  /** Another number whenever a height has changed. */
  version: number
}

/** Heights of elements named by `data-card`, kept when they leave the screen. */
export function useCardHeights(): CardHeights {
  const heights = useRef(new Map<string, number>())
  const [version, setVersion] = useState(0)
  const observer = useRef<ResizeObserver | null>(null)
  observer.current ??= new ResizeObserver((entries) => {
    let changed = false
    for (const { target } of entries) {
      const id = target instanceof HTMLElement ? target.dataset['card'] : undefined
      const height = Math.ceil(target.getBoundingClientRect().height)
      if (id === undefined || height === 0 || heights.current.get(id) === height) continue
      heights.current.set(id, height)
      changed = true
    }
    if (changed) setVersion((number) => number + 1)
  })
  useEffect(() => () => observer.current?.disconnect(), [])
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    observer.current?.observe(element)
    return () => observer.current?.unobserve(element)
  }, [])
  const heightOf = useCallback((id: string) => heights.current.get(id), [])
  return { heightOf, measure, version }
}
