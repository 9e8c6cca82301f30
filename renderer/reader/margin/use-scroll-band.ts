import { type RefObject, useEffect, useState } from 'react'

/** A stretch of the margin, in CSS pixels from its top. */
export interface Band {
  from: number
  to: number
}

/** How far beyond the screen cards are drawn, so that scrolling finds them there. */
const ahead = 900
/** The band moves in steps of this size, so that most scroll events change nothing. */
const step = 300

/** The stretch of the element that is on screen or near it, while its scroll container scrolls. */
export function useScrollBand(element: RefObject<HTMLElement | null>): Band {
  const [band, setBand] = useState<Band>({ from: 0, to: 2 * ahead })
  useEffect(() => {
    const margin = element.current
    const container = margin?.closest<HTMLElement>('[data-reader-scroll]')
    if (margin == null || container == null) return
    let frame = 0
    const measure = () => {
      frame = 0
      const top = container.getBoundingClientRect().top - margin.getBoundingClientRect().top
      const from = Math.floor((top - ahead) / step) * step
      const to = Math.ceil((top + container.clientHeight + ahead) / step) * step
      setBand((now) => (now.from === from && now.to === to ? now : { from, to }))
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
  }, [element])
  return band
}
