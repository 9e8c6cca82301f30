import { type RefObject, useLayoutEffect } from 'react'
import { readStored, writeStored } from '../ui/stored.ts'
import type { ArticleSurfaceHandle } from './article-surface.tsx'
import { parsePlaces, type ReadingPlace, rememberPlace } from './reading-places.ts'

const storedAs = 'reader.places'
const most = 500
/** So near the beginning is the beginning. */
const beginning = 80
const settledAfter = 200

let places: ReadingPlace[] = parsePlaces(readStored(storedAs))

/** Where this article was left, on this machine. */
export function placeOf(articleId: string): ReadingPlace | undefined {
  return places.find((place) => place.articleId === articleId)
}

/** Scrolls to a place as it was, whatever the width and the size of the text are now. */
export function restorePlace(
  scroller: HTMLElement,
  surface: ArticleSurfaceHandle,
  place: ReadingPlace,
): void {
  scroller.scrollTop += surface.screenTopOf(place.offset) - scroller.getBoundingClientRect().top + place.below
}

/** Remembers where reading has come to, once scrolling rests. */
export function useReadingPlace(
  articleId: string,
  scroller: RefObject<HTMLElement | null>,
  surface: RefObject<ArticleSurfaceHandle | null>,
  enabled: boolean,
): void {
  // A layout effect, because leaving at once has to find the text still on the page.
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || !enabled) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      timer = undefined
      const handle = surface.current
      if (handle === null) return
      const area = element.getBoundingClientRect()
      if (element.scrollTop < beginning) places = places.filter((place) => place.articleId !== articleId)
      else {
        const offset = handle.offsetAtTop(area)
        const below = area.top - handle.screenTopOf(offset)
        places = rememberPlace(places, { articleId, offset, below }, most)
      }
      writeStored(storedAs, places)
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(save, settledAfter)
    }
    element.addEventListener('scroll', soon, { passive: true })
    return () => {
      element.removeEventListener('scroll', soon)
      if (timer === undefined) return
      clearTimeout(timer)
      save()
    }
  }, [articleId, scroller, surface, enabled])
}
