import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import type { ReactNode } from 'react'

/** One line of a menu that opens while something is typed. */
export interface SuggestedItem {
  id: string
  /** Under this heading; items of one group come together. */
  group: string
  label: string
  note?: string | undefined
  icon?: ReactNode
  /** What was typed to open the menu is gone when this is called. */
  run(editor: Editor): void
}

export interface OpenSuggestion {
  props: SuggestionProps<SuggestedItem, SuggestedItem>
  active: number
}

/** The menu that is open, for the component that draws it. */
export interface SuggestionStore {
  get(): OpenSuggestion | null
  subscribe(listener: () => void): () => void
  point(index: number): void
}

interface Trigger {
  name: string
  char: string
  /** What is sought may hold blanks. */
  allowSpaces?: boolean
  items(query: string, signal: AbortSignal): SuggestedItem[] | Promise<SuggestedItem[]>
}

/** Menus that open at a character typed in the text, and a store that says which is open. */
export function createSuggestions(triggers: readonly Trigger[]): {
  extension: Extension
  store: SuggestionStore
} {
  let open: OpenSuggestion | null = null
  const listeners = new Set<() => void>()
  const set = (next: OpenSuggestion | null) => {
    open = next
    for (const listener of listeners) listener()
  }
  const step = (by: number) => {
    const count = open?.props.items.length ?? 0
    if (open !== null && count > 0) set({ ...open, active: (open.active + by + count) % count })
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (open === null || event.isComposing) return false
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const item = open.props.items[open.active]
    if (by !== undefined) step(by)
    else if ((event.key === 'Enter' || event.key === 'Tab') && item !== undefined) open.props.command(item)
    else return false
    return true
  }
  const extension = Extension.create({
    name: 'suggestions',
    // Before the keys of lists and footnotes.
    priority: 1200,
    addProseMirrorPlugins() {
      return triggers.map(({ name, char, allowSpaces = false, items }) =>
        Suggestion<SuggestedItem, SuggestedItem>({
          editor: this.editor,
          pluginKey: new PluginKey(name),
          char,
          allowSpaces,
          decorationClass: 'suggesting',
          allow: ({ state, range }) => !isCode(state.doc.resolve(range.from)),
          items: ({ query, signal }) => items(query, signal),
          floatingUi: { strategy: 'fixed' },
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run()
            props.run(editor)
          },
          render: () => ({
            onStart: (props) => set({ props, active: 0 }),
            onUpdate: (props) =>
              set({ props, active: Math.min(open?.active ?? 0, Math.max(0, props.items.length - 1)) }),
            onKeyDown: ({ event }) => onKeyDown(event),
            onExit: () => set(null),
          }),
        }),
      )
    },
  })
  return {
    extension,
    store: {
      get: () => open,
      subscribe(listener) {
        listeners.add(listener)
        return () => {
          listeners.delete(listener)
        }
      },
      point(index) {
        if (open !== null && open.active !== index) set({ ...open, active: index })
      },
    },
  }
}

function isCode($from: { parent: { type: { spec: { code?: boolean | undefined } } } }): boolean {
  return $from.parent.type.spec.code === true
}
