import type { Node } from '@tiptap/pm/model'
import { NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { type RefObject, useLayoutEffect } from 'react'

interface Place {
  /** Before the topmost block in sight, and how far it begins below the upper edge. */
  block: number
  offset: number
  from: number
  to: number
}

/** Where each dossier was left while this window is open: whoever comes back from a source goes on there. */
const places = new Map<string, Place>()

/** What was selected, or what is nearest to it now: a block that holds no text as a whole. */
function selectionAt(doc: Node, { from, to }: Place): Selection {
  const end = doc.content.size
  const $from = doc.resolve(Math.min(from, end))
  const $to = doc.resolve(Math.min(to, end))
  const node = $from.nodeAfter
  const isBlock = node?.isAtom === true && !node.isInline && $from.pos + node.nodeSize === $to.pos
  return isBlock ? NodeSelection.create(doc, $from.pos) : TextSelection.between($from, $to)
}

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
      editor.view.dispatch(editor.state.tr.setSelection(selectionAt(editor.state.doc, place)))
      editor.commands.focus(undefined, { scrollIntoView: false })
      scrollTo(editor, element, place)
    }
    return () => {
      // Before the page is taken away.
      const top = element === null || editor.isDestroyed ? null : topBlock(editor, element)
      const { from, to } = editor.state.selection
      if (top !== null) places.set(dossierId, { ...top, from, to })
    }
  }, [dossierId, scroller, editor])
}

/** The outermost block at the upper edge. Heights are no measure: what was not in sight yet is not laid out. */
function topBlock(editor: Editor, scroller: HTMLElement): Pick<Place, 'block' | 'offset'> | null {
  const page = editor.view.dom.getBoundingClientRect()
  const { top } = scroller.getBoundingClientRect()
  const found = editor.view.posAtCoords({
    left: page.left + page.width / 2,
    top: Math.max(top, page.top) + 1,
  })
  if (found === null) return null
  const $position = editor.state.doc.resolve(found.inside >= 0 ? found.inside : found.pos)
  const block = $position.depth === 0 ? $position.pos : $position.before(1)
  const dom = editor.view.nodeDOM(block)
  return dom instanceof Element ? { block, offset: dom.getBoundingClientRect().top - top } : null
}

function scrollTo(editor: Editor, scroller: HTMLElement, { block, offset }: Place): void {
  let left = 3
  const scroll = () => {
    const dom = editor.isDestroyed
      ? null
      : editor.view.nodeDOM(Math.min(block, editor.state.doc.content.size))
    if (!(dom instanceof Element)) return
    scroller.scrollTop += dom.getBoundingClientRect().top - scroller.getBoundingClientRect().top - offset
    // Until what is around it was laid out.
    if (left-- > 0) requestAnimationFrame(scroll)
  }
  scroll()
}
