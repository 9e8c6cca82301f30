import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { TextMap } from '#shared/document/plain-text.ts'
import { scrollBehaviour } from './reading-keys.ts'
import { selectedRange, type TextRange } from './text-range.ts'

export interface ArticleSurfaceHandle {
  readonly map: TextMap
  /** Brings the keyboard into the text, without scrolling. */
  focus(): void
  hasFocus(): boolean
  /** The selected passage without its blank ends; null for a bare caret. */
  selection(): TextRange | null
  caret(): number
  /** Selects a passage, or sets the caret where both ends are the same. */
  select(range: TextRange): void
  /** Scrolls the passage into comfortable view, if it is not there. */
  reveal(range: TextRange, how?: ScrollBehavior): void
  /** The distance of a passage's first line from the top of the surface, in CSS pixels. */
  topOf(offset: number): number
  /** Where a passage's first line is on the screen now, in CSS pixels from the top of the window. */
  screenTopOf(offset: number): number
  /** The offset of the text at the top of a screen area; where reading has come to. */
  offsetAtTop(area: DOMRect): number
  /** Screen rectangle around the passage, for what floats beside it. */
  rectOf(range: TextRange): DOMRect
  /** DOM ranges of a passage, one a block. */
  domRanges(range: TextRange): Range[]
  /** The address of the link the caret stands in. */
  linkAtCaret(): string | null
}

/** What the screen may ask of the text, in offsets of the plain text; positions of the editor stay in here. */
export function surfaceHandle(surface: { current: Editor | null }, map: TextMap): ArticleSurfaceHandle {
  const view = () => {
    if (surface.current === null) throw new Error('The article is not on screen.')
    return surface.current.view
  }
  const domRanges = (range: TextRange) => domRangesOf(view(), map, range)
  const screenTopOf = (offset: number) => view().coordsAtPos(map.posAtOffset(offset)).top
  const rectOf = (range: TextRange) => unionOf(domRanges(range).flatMap((one) => [...one.getClientRects()]))
  return {
    map,
    focus: () => view().focus(),
    hasFocus: () => surface.current?.view.hasFocus() ?? false,
    selection: () =>
      surface.current === null ? null : selectedRange(surface.current.view.state.selection, map),
    caret: () => map.offsetAtPos(view().state.selection.head),
    select: ({ start, end }) => {
      const { state } = view()
      const from = map.posAtOffset(start)
      const selection = TextSelection.create(state.doc, from, start === end ? from : map.posAtOffset(end))
      view().dispatch(state.tr.setSelection(selection))
      view().focus()
    },
    reveal: (range, how = scrollBehaviour()) => {
      const container = view().dom.closest('[data-reader-scroll]')
      if (container === null) return
      const { top, bottom } = rectOf(range)
      const frame = container.getBoundingClientRect()
      const margin = frame.height * 0.15
      if (top >= frame.top + margin && bottom <= frame.bottom - margin) return
      container.scrollBy({ top: top - frame.top - frame.height * 0.3, behavior: how })
    },
    topOf: (offset) => screenTopOf(offset) - view().dom.getBoundingClientRect().top,
    screenTopOf,
    offsetAtTop: ({ top, left, width }) => {
      const found = view().posAtCoords({ left: left + width / 2, top: top + 2 })
      return found === null ? 0 : map.offsetAtPos(found.pos)
    },
    rectOf,
    domRanges,
    linkAtCaret: () => {
      const { $head } = view().state.selection
      const link = [...$head.marks(), ...($head.nodeAfter?.marks ?? [])].find(
        (mark) => mark.type.name === 'link',
      )
      return link === undefined ? null : String(link.attrs['href'])
    },
  }
}

function domRangesOf(view: EditorView, map: TextMap, { start, end }: TextRange): Range[] {
  return map.rangesForOffsets(start, end).map(({ from, to }) => {
    const range = new Range()
    const [first, last] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
    range.setStart(first.node, first.offset)
    range.setEnd(last.node, last.offset)
    return range
  })
}

function unionOf(rects: DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left))
  const top = Math.min(...rects.map((rect) => rect.top))
  const right = Math.max(...rects.map((rect) => rect.right))
  const bottom = Math.max(...rects.map((rect) => rect.bottom))
  return rects.length === 0 ? new DOMRect() : new DOMRect(left, top, right - left, bottom - top)
}
