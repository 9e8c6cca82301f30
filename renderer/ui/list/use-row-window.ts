import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { ScaledRange } from './scaled-range.ts'

/** Rows drawn above and below what is in sight. */
const overscan = 8
/** Milliseconds without a scroll event after which scrolling has ended. */
const restTime = 140

export interface RowWindow {
  /** First row to draw. */
  first: number
  /** One past the last row to draw. */
  end: number
  /** CSS pixels of the element that holds the rows. */
  height: number
  /** Whole rows that fit. */
  page: number
  /** CSS pixels from the top of that element to a row. */
  topOf(index: number): number
  /** Scrolls as little as brings the row into sight, or to the middle with `center`. */
  reveal(index: number, align?: 'nearest' | 'center'): void
}

/**
 * Which rows of one height to draw while an element scrolls, for any number of rows.
 *
 * @param rowHeight CSS pixels
 * @param padding CSS pixels above the first row and below the last
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, rowHeight, padding = 0 }: { count: number; rowHeight: number; padding?: number },
): RowWindow {
  const range = useRef<ScaledRange>(null)
  range.current ??= new ScaledRange()
  const scaled = range.current
  const [viewport, setViewport] = useState(0)
  const [, redraw] = useState(0)
  const total = count * rowHeight + padding * 2
  scaled.resize(total, viewport)

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    let rest: ReturnType<typeof setTimeout> | undefined
    /** Takes the element's place, and draws what is there now. */
    const follow = () => {
      const before = scaled.offset
      scaled.scrolled(element.scrollTop)
      if (scaled.offset !== before) redraw((turn) => turn + 1)
    }
    const onScroll = () => {
      follow()
      clearTimeout(rest)
      rest = setTimeout(() => {
        // A scroll whose event is still to come has moved the element already, and must not be taken back.
        follow()
        const place = scaled.settle()
        if (Math.abs(place - element.scrollTop) < 1) return
        element.scrollTop = place
        redraw((turn) => turn + 1)
      }, restTime)
    }
    const observer = new ResizeObserver(() => setViewport(element.clientHeight))
    setViewport(element.clientHeight)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(rest)
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scaled, scroller])

  const reveal = useCallback(
    (index: number, align: 'nearest' | 'center' = 'nearest') => {
      const element = scroller.current
      if (element === null) return
      const top = padding + index * rowHeight
      const above = top - padding
      const below = top + rowHeight + padding - element.clientHeight
      const middle = top - (element.clientHeight - rowHeight) / 2
      const next = align === 'center' ? middle : Math.min(Math.max(scaled.offset, below), above)
      if (next === scaled.offset) return
      element.scrollTop = scaled.moveTo(next)
      redraw((turn) => turn + 1)
    },
    [scaled, scroller, rowHeight, padding],
  )

  const first = Math.max(0, Math.floor((scaled.offset - padding) / rowHeight) - overscan)
  const end = Math.min(count, Math.ceil((scaled.offset + viewport - padding) / rowHeight) + overscan)
  return {
    first: Math.min(first, count),
    end,
    height: scaled.height,
    page: Math.max(1, Math.floor(viewport / rowHeight)),
    topOf: (index) => padding + index * rowHeight + scaled.shift,
    reveal,
  }
}
