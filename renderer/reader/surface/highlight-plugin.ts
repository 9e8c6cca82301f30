import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { TextMap } from '#shared/document/plain-text.ts'
import { type Highlight, segmentHighlights } from './highlight-segments.ts'

interface Shown {
  highlights: readonly Highlight[]
  activeId: string | null
}

export const highlightKey = new PluginKey<DecorationSet>('quote-highlights')

/**
 * Shows quotes over the text as decorations: the text itself is never edited. Send `Shown` as the plugin's meta to change
 * what is highlighted. Every stretch is a `mark` that names the quotes on it in `data-quotes`, innermost last.
 */
export function highlightPlugin(map: TextMap): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: highlightKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, decorations) => {
        const shown = transaction.getMeta(highlightKey) as Shown | undefined
        return shown === undefined ? decorations : DecorationSet.create(transaction.doc, decorate(shown, map))
      },
    },
    props: { decorations: (state: EditorState) => highlightKey.getState(state) },
  })
}

function decorate({ highlights, activeId }: Shown, map: TextMap): Decoration[] {
  return segmentHighlights(highlights).flatMap(({ start, end, ids, className }) => {
    const active = activeId !== null && ids.includes(activeId)
    const attributes = {
      nodeName: 'mark',
      class: ['quote-mark', className, active ? 'is-active' : '', ids.length > 1 ? 'is-layered' : '']
        .join(' ')
        .trim(),
      'data-quotes': ids.join(' '),
    }
    return map.rangesForOffsets(start, end).map(({ from, to }) => Decoration.inline(from, to, attributes))
  })
}
