import { Editor } from '@tiptap/core'
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import { parseArticleDocument } from '#shared/document/parse-document.ts'
import { type TextMap, textMap } from '#shared/document/plain-text.ts'
import { cx } from '../ui/cx.ts'
import styles from './article-surface.module.css'
import { articleExtensions } from './surface/article-extensions.ts'
import { highlightKey, highlightPlugin, type Shown } from './surface/highlight-plugin.ts'
import type { Highlight } from './surface/highlight-segments.ts'
import { pickPlugin } from './surface/pick-plugin.ts'
import { readOnlyPlugin } from './surface/read-only.ts'
import { readingKeysPlugin } from './surface/reading-keys.ts'
import {
  type ShownSuggestions,
  type SuggestionMark,
  suggestionKey,
  suggestionPlugin,
} from './surface/suggestion-plugin.ts'
import { type ArticleSurfaceHandle, surfaceHandle } from './surface/surface-handle.ts'
import { selectedRange, type TextRange } from './surface/text-range.ts'

export type { ArticleSurfaceHandle } from './surface/surface-handle.ts'
export type { TextRange } from './surface/text-range.ts'

interface ArticleSurfaceProps {
  document: unknown
  label: string
  lang: string
  /** The same array as long as nothing changes; another one is compared with it and only the difference is drawn. */
  highlights: readonly Highlight[]
  activeId: string | null
  /** What could be quoted: the same array as long as nothing changes. */
  suggestions?: readonly SuggestionMark[]
  currentSuggestion?: string | null
  className?: string
  onSelectionChange(range: TextRange | null): void
  /** A highlighted passage was pointed at: the quotes there, innermost last, and where on the screen. */
  onPick(quoteIds: string[], point: { x: number; y: number }): void
  /** A suggestion that is under no quote was pointed at. */
  onPickSuggestion?(key: string): void
  /** Text without a quote was pointed at. */
  onPickNothing(): void
  /** The text was laid out again (another width, another face): places are to be asked for afresh. */
  onLayout(): void
  ref?: Ref<ArticleSurfaceHandle>
}

const none: readonly SuggestionMark[] = []

/** The article as captured, to be read and marked; the text cannot be changed here. */
export function ArticleSurface(props: ArticleSurfaceProps) {
  const { document, label, lang, highlights, activeId, className, ref } = props
  const { suggestions = none, currentSuggestion = null } = props
  const host = useRef<HTMLDivElement>(null)
  const callbacks = useRef(props)
  callbacks.current = props
  const map = useMemo(() => textMap(parseArticleDocument(document)), [document])
  const surface = useRef<Editor | null>(null)

  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const editor = createEditor(element, { document, map, callbacks })
    surface.current = editor
    const observer = new ResizeObserver(() => callbacks.current.onLayout())
    observer.observe(editor.view.dom)
    return () => {
      observer.disconnect()
      surface.current = null
      editor.destroy()
    }
  }, [document, map])

  useEffect(() => {
    const element = surface.current?.view.dom
    if (element === undefined) return
    element.setAttribute('aria-label', label)
    element.lang = lang === 'und' ? '' : lang
  }, [label, lang])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another surface, to be drawn on anew
  useLayoutEffect(() => {
    const view = surface.current?.view
    const shown: Shown = { highlights, activeId }
    view?.dispatch(view.state.tr.setMeta(highlightKey, shown))
  }, [highlights, activeId, document])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another surface, to be drawn on anew
  useLayoutEffect(() => {
    const view = surface.current?.view
    const shown: ShownSuggestions = { marks: suggestions, currentKey: currentSuggestion }
    view?.dispatch(view.state.tr.setMeta(suggestionKey, shown))
  }, [suggestions, currentSuggestion, document])

  useImperativeHandle(ref, () => surfaceHandle(surface, map), [map])
  return <div ref={host} className={cx(styles.surface, className)} />
}

interface EditorOptions {
  document: unknown
  map: TextMap
  callbacks: { current: ArticleSurfaceProps }
}

function createEditor(element: HTMLElement, { document, map, callbacks }: EditorOptions): Editor {
  const { label, lang } = callbacks.current
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
        dir: 'auto',
        spellcheck: 'false',
        autocorrect: 'off',
        translate: 'no',
      },
    },
    onSelectionUpdate: ({ editor }) => {
      callbacks.current.onSelectionChange(selectedRange(editor.state.selection, map))
    },
  })
  const plugins = [
    highlightPlugin(map),
    suggestionPlugin(map),
    readOnlyPlugin(),
    readingKeysPlugin(),
    pickPlugin(() => callbacks.current),
  ]
  for (const plugin of plugins) editor.registerPlugin(plugin)
  return editor
}
