import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Says in an empty line with the caret, and in an empty heading, what can be done there. */
export function placeholder(wordsFor: (kind: 'line' | 'document' | 'heading') => string): Extension {
  return Extension.create({
    name: 'placeholder',
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            decorations: ({ doc, selection: { $from, empty } }) => {
              const { parent } = $from
              const isHere = empty && parent.isTextblock && parent.content.size === 0 && $from.depth >= 1
              if (!isHere || !this.editor.isEditable || parent.type.spec.code === true || !parent.isBlock)
                return null
              const kind =
                parent.type.name === 'heading'
                  ? 'heading'
                  : doc.childCount === 1 && $from.depth === 1
                    ? 'document'
                    : 'line'
              const look = { 'data-placeholder': wordsFor(kind) }
              return DecorationSet.create(doc, [Decoration.node($from.before(), $from.after(), look)])
            },
          },
        }),
      ]
    },
  })
}
