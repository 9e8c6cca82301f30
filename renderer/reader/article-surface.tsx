import { Editor } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react'
import { parseArticleDocument } from '#shared/document/parse-document.ts'
import { type TextMap, textMap } from '#shared/document/plain-text.ts'
import styles from './article-surface.module.css'
import { articleExtensions } from './surface/article-extensions.ts'
import { highlightKey, highlightPlugin } from './surface/highlight-plugin.ts'
import type { Highlight } from './surface/highlight-segments.ts'
import { readOnlyPlugin } from './surface/read-only.ts'

/** UTF-16 offsets into the revision's plain text, end exclusive. */
export interface TextRange {
  start: number
  end: number
}

export interface ArticleSurfaceHandle {
  readonly map: TextMap
  focus(): void
  /** The selected passage without its blank ends; null for a bare caret. */
  selection(): TextRange | null
  caret(): number
  select(range: TextRange): void
  /** Scrolls the passage into comfortable view. */
  reveal(range: TextRange): void
  /** The distance of a passage's first line from the top of the surface, in CSS pixels. */
  topOf(offset: number): number
  /** Screen rectangle around the passage, for what floats beside it. */
  rectOf(range: TextRange): DOMRect
  /** DOM ranges of a passage, one a block. */
  domRanges(range: TextRange): Range[]
}

interface ArticleSurfaceProps {
  document: unknown
  label: string
  lang: string
  highlights: readonly Highlight[]
  activeId: string | null
  onSelectionChange(range: TextRange | null): void
  /** A highlighted passage was pointed at: the quotes there, innermost last. */
  onPick(quoteIds: string[]): void
  /** The text was laid out again (another width, another face): places are to be asked for afresh. */
  onLayout(): void
  ref?: Ref<ArticleSurfaceHandle>
}

/** The article as captured, to be read and marked; the text cannot be changed here. */
export function ArticleSurface(props: ArticleSurfaceProps) {
  const { document, label, lang, highlights, activeId, ref } = props
  const host = useRef<HTMLDivElement>(null)
  const callbacks = useRef(props)
  callbacks.current = props
  const map = useMemo(() => textMap(parseArticleDocument(document)), [document])
  const surface = useRef<Editor | null>(null)

  useEffect(() => {
    const element = host.current
    if (element === null) return
    const editor = createEditor(element, { document, label, lang, map, callbacks })
    surface.current = editor
    const observer = new ResizeObserver(() => callbacks.current.onLayout())
    observer.observe(editor.view.dom)
    return () => {
      observer.disconnect()
      surface.current = null
      editor.destroy()
    }
  }, [document, label, lang, map])

  useEffect(() => {
    const view = surface.current?.view
    if (view !== undefined) view.dispatch(view.state.tr.setMeta(highlightKey, { highlights, activeId }))
  })

  useImperativeHandle(ref, () => handleOf(surface, map), [map])
  return <div ref={host} className={styles['surface']} />
}

interface EditorOptions {
  document: unknown
  label: string
  lang: string
  map: TextMap
  callbacks: { current: ArticleSurfaceProps }
}

function createEditor(
  element: HTMLElement,
  { document, label, lang, map, callbacks }: EditorOptions,
): Editor {
  const editor = new Editor({
    element,
    extensions: articleExtensions(),
    content: document as object,
    injectCSS: false,
    enableCoreExtensions: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': label,
        lang: lang === 'und' ? '' : lang,
        spellcheck: 'false',
        autocorrect: 'off',
        translate: 'no',
      },
    },
    onSelectionUpdate: ({ editor }) => {
      callbacks.current.onSelectionChange(selectedRange(editor, map))
    },
  })
  for (const plugin of [highlightPlugin(map), readOnlyPlugin(), pickPlugin(callbacks)])
    editor.registerPlugin(plugin)
  return editor
}

/** A plain click on a highlight picks it; a click that ends a selection does not. Links open only with a modifier. */
function pickPlugin(callbacks: { current: ArticleSurfaceProps }): Plugin {
  return new Plugin({
    props: {
      handleClick: (view, _position, event) => {
        if (!view.state.selection.empty) return false
        const mark = event.target instanceof Element ? event.target.closest('[data-quotes]') : null
        const ids = mark?.getAttribute('data-quotes')?.split(' ') ?? []
        if (ids.length > 0) callbacks.current.onPick(ids)
        return false
      },
    },
  })
}

function selectedRange(editor: Editor, map: TextMap): TextRange | null {
  const { from, to, empty } = editor.state.selection
  if (empty) return null
  const start = map.offsetAtPos(from, 1)
  const slice = map.text.slice(start, map.offsetAtPos(to, -1))
  const trimmed = slice.trim()
  if (trimmed === '') return null
  const lead = slice.length - slice.trimStart().length
  return { start: start + lead, end: start + lead + trimmed.length }
}

function handleOf(surface: { current: Editor | null }, map: TextMap): ArticleSurfaceHandle {
  const view = () => {
    if (surface.current === null) throw new Error('The article is not on screen.')
    return surface.current.view
  }
  const domRanges = ({ start, end }: TextRange) =>
    map.rangesForOffsets(start, end).map(({ from, to }) => {
      const range = new Range()
      const [first, last] = [view().domAtPos(from), view().domAtPos(to)]
      range.setStart(first.node, first.offset)
      range.setEnd(last.node, last.offset)
      return range
    })
  const rectOf = (range: TextRange) => unionOf(domRanges(range).map((one) => one.getBoundingClientRect()))
  return {
    map,
    focus: () => view().focus(),
    selection: () => (surface.current === null ? null : selectedRange(surface.current, map)),
    caret: () => map.offsetAtPos(view().state.selection.head),
    select: ({ start, end }) => {
      const { state } = view()
      const selection = TextSelection.create(state.doc, map.posAtOffset(start), map.posAtOffset(end))
      view().dispatch(state.tr.setSelection(selection))
      view().focus()
    },
    reveal: (range) => {
      const container = view().dom.closest('[data-reader-scroll]')
      const { top, bottom } = rectOf(range)
      if (container === null) return
      const frame = container.getBoundingClientRect()
      const margin = frame.height * 0.15
      if (top >= frame.top + margin && bottom <= frame.bottom - margin) return
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      container.scrollBy({ top: top - frame.top - frame.height * 0.3, behavior: calm ? 'instant' : 'smooth' })
    },
    topOf: (offset) => {
      const { top } = view().coordsAtPos(map.posAtOffset(offset))
      return top - view().dom.getBoundingClientRect().top
    },
    rectOf,
    domRanges,
  }
}

function unionOf(rects: DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left))
  const top = Math.min(...rects.map((rect) => rect.top))
  const right = Math.max(...rects.map((rect) => rect.right))
  const bottom = Math.max(...rects.map((rect) => rect.bottom))
  return rects.length === 0 ? new DOMRect() : new DOMRect(left, top, right - left, bottom - top)
}
