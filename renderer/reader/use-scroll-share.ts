import { type RefObject, useEffect, useState } from 'react'

/** How much of the text lies behind the reader, from 0 to 1 in steps of `1 / steps`; 1 where all of it is in sight. */
export function useScrollShare(scroller: RefObject<HTMLElement | null>, steps: number): number {
  const [share, setShare] = useState(0)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () => {
      const range = element.scrollHeight - element.clientHeight
      setShare(range <= 0 ? 1 : Math.round((element.scrollTop / range) * steps) / steps)
    }
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    return () => element.removeEventListener('scroll', measure)
  }, [scroller, steps])
  return share
}
