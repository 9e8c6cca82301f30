import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { TextMap } from '#shared/document/plain-text.ts'
import type { TextRange } from './text-range.ts'

/** What could be quoted: its passages, under a key of the caller's. */
export interface SuggestionMark {
  key: string
  passages: readonly TextRange[]
}

/** What the plugin's meta says. */
export interface ShownSuggestions {
  marks: readonly SuggestionMark[]
  currentKey: string | null
}

export const suggestionKey = new PluginKey<DecorationSet>('suggestions')

/**
 * Shows suggestions over the text as decorations, each stretch naming what it belongs to in `data-suggestion`. Send
 * `ShownSuggestions` as the plugin's meta to change what is shown.
 */
export function suggestionPlugin(map: TextMap): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: suggestionKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) => {
        const shown = transaction.getMeta(suggestionKey) as ShownSuggestions | undefined
        return shown === undefined ? set : DecorationSet.create(transaction.doc, decorate(shown, map))
      },
    },
    props: { decorations: (state: EditorState) => suggestionKey.getState(state) },
  })
}

function decorate({ marks, currentKey }: ShownSuggestions, map: TextMap): Decoration[] {
  return marks.flatMap(({ key, passages }) =>
    passages
      .flatMap(({ start, end }) => map.rangesForOffsets(start, end))
      .map(({ from, to }) =>
        Decoration.inline(from, to, {
          class: key === currentKey ? 'suggestion-mark is-current' : 'suggestion-mark',
          'data-suggestion': key,
        }),
      ),
  )
}
