import { Plugin } from '@tiptap/pm/state'
import { knowCaret } from '../../ui/know-caret.ts'

/** Keys that mean something to the reader around the text; the editor would take them for editing. */
const leftToReader = new Set(['Enter', 'Escape', 'Backspace', 'Delete'])

/** With Control or Command the editor swallows these, as bold, italic and its own undo. */
const editingCodes = new Set(['KeyB', 'KeyI', 'KeyY', 'KeyZ'])

/** How much of the page stays in sight when Space turns to the next. */
const overlap = 0.12

/** Keys of reading: Space turns the page as in any browser, and what would edit is left to the shortcuts around. */
export function readingKeysPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          knowCaret(view.dom)
          if (event.ctrlKey || event.metaKey) return editingCodes.has(event.code)
          if (event.altKey) return false
          if (event.key === ' ') {
            turnPage(view.dom, event.shiftKey ? -1 : 1)
            event.preventDefault()
            return true
          }
          return leftToReader.has(event.key)
        },
      },
    },
  })
}

function turnPage(element: HTMLElement, direction: 1 | -1): void {
  const container = element.closest('[data-reader-scroll]')
  container?.scrollBy({
    top: direction * container.clientHeight * (1 - overlap),
    behavior: scrollBehaviour(),
  })
}

/** Smooth, unless the person asked the system for less motion. */
export function scrollBehaviour(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}
