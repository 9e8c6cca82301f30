import type { Editor } from '@tiptap/react'
import { type RefObject, useLayoutEffect } from 'react'

interface Place {
  scrollTop: number
  from: number
  to: number
}

/** Where each dossier was left while this window is open: whoever comes back from a source goes on there. */
const places = new Map<string, Place>()

/** Goes to where the dossier was left, and remembers where it is left now. */
export function useWritingPlace(
  dossierId: string,
  scroller: RefObject<HTMLElement | null>,
  editor: Editor,
): void {
  useLayoutEffect(() => {
    const element = scroller.current
    const place = places.get(dossierId)
    if (place !== undefined && element !== null) {
      const end = editor.state.doc.content.size
      editor
        .chain()
        .setTextSelection({ from: Math.min(place.from, end), to: Math.min(place.to, end) })
        .focus(undefined, { scrollIntoView: false })
        .run()
      element.scrollTop = place.scrollTop
    }
    let scrollTop = element?.scrollTop ?? 0
    const remember = () => {
      scrollTop = element?.scrollTop ?? 0
    }
    element?.addEventListener('scroll', remember, { passive: true })
    return () => {
      element?.removeEventListener('scroll', remember)
      const { from, to } = editor.state.selection
      places.set(dossierId, { scrollTop, from, to })
    }
  }, [dossierId, scroller, editor])
}
