import { type RefObject, useLayoutEffect, useState } from 'react'

/** The least width in CSS pixels at which cards have room beside the text; the style sheet says the same. */
const roomForMargin = 940

/** Whether there is no room for cards beside the text. */
export function useNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    if (element.current === null) return
    const measure = (width: number) => setNarrow(width < roomForMargin)
    measure(element.current.offsetWidth)
    const observer = new ResizeObserver(([entry]) =>
      measure(entry?.borderBoxSize[0]?.inlineSize ?? roomForMargin),
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return isNarrow
}
