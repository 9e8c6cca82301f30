import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { floatBeside } from './float-beside.ts'

interface Float {
  /** Rectangle of the passage on the screen; asked again after each layout. */
  rect(): DOMRect
  /** Room to leave between the passage and what floats, and below the top of the reader. */
  gap: number
  /** Placed for a passage that comes into view with room above it, wherever the text is scrolled to now. */
  scrollsThere?: boolean
  /** What the place or the size of either depends on. */
  depends: readonly unknown[]
}

/** What floats beside a passage in the text it stands in: hidden until it has been measured and has its place. */
export function useFloat<Element extends HTMLElement>({
  rect,
  gap,
  scrollsThere = false,
  depends,
}: Float): [RefObject<Element | null>, { top: number; left: number } | { visibility: 'hidden' }] {
  const floating = useRef<Element>(null)
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null)
  useLayoutEffect(() => {
    const element = floating.current
    const container = element?.offsetParent
    const scroller = element?.closest('[data-reader-scroll]')
    if (!element || !container || !scroller) return
    const origin = container.getBoundingClientRect()
    const { top, left, width, height } = rect()
    const visibleTop = scroller.getBoundingClientRect().top - origin.top + gap
    setPlace(
      floatBeside(
        { top: top - origin.top, left: left - origin.left, width, height },
        { width: element.offsetWidth, height: element.offsetHeight },
        { width: origin.width, visibleTop: scrollsThere ? visibleTop - scroller.scrollTop : visibleTop },
        gap,
      ),
    )
  }, [rect, gap, scrollsThere, ...depends])
  return [floating, place ?? { visibility: 'hidden' }]
}
