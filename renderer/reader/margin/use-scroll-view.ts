import { type RefObject, useEffect, useState } from 'react'

/** What is on screen of the margin, in CSS pixels from its top. */
export interface ScrollView {
  /** Cards within are drawn: the screen, and what is near it. */
  from: number
  to: number
  /** About where the screen begins. */
  near: number
  /**
   * Where the reader is: the top of the screen at the beginning of the text and its bottom at the end, so that the line
   * goes over every passage once. Only kept up to date where it was asked for.
   */
  line: number
}

/** How far beyond the screen cards are drawn, so that scrolling finds them there. */
const ahead = 900
/** The drawn stretch moves in steps of this size, so that most scroll events change nothing. */
const step = 300

/** Follows the scroll container the element is in. `withLine` costs a new value for every frame that scrolls. */
export function useScrollView(element: RefObject<HTMLElement | null>, withLine: boolean): ScrollView {
  const [view, setView] = useState<ScrollView>({ from: 0, to: 2 * ahead, near: 0, line: 0 })
  useEffect(() => {
    const margin = element.current
    const container = margin?.closest<HTMLElement>('[data-reader-scroll]')
    if (margin == null || container == null) return
    let frame = 0
    const measure = () => {
      frame = 0
      const { clientHeight, scrollHeight, scrollTop } = container
      const top = container.getBoundingClientRect().top - margin.getBoundingClientRect().top
      const from = Math.floor((top - ahead) / step) * step
      const to = Math.ceil((top + clientHeight + ahead) / step) * step
      const progress = scrollTop / Math.max(1, scrollHeight - clientHeight)
      const line = withLine ? Math.round(top + progress * clientHeight) : 0
      setView((now) =>
        now.from === from && now.to === to && now.line === line
          ? now
          : { from, to, near: from + ahead, line },
      )
    }
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(measure)
    }
    measure()
    container.addEventListener('scroll', soon, { passive: true })
    const observer = new ResizeObserver(soon)
    observer.observe(container)
    observer.observe(margin)
    return () => {
      cancelAnimationFrame(frame)
      container.removeEventListener('scroll', soon)
      observer.disconnect()
    }
  }, [element, withLine])
  return view
}
