import { Node, wrappingInputRule } from '@tiptap/core'
import { calloutKinds } from '#shared/document/dossier-schema.ts'

export type CalloutKind = (typeof calloutKinds)[number]

function kindOf(written: string | null | undefined): CalloutKind {
  return calloutKinds.find((kind) => kind === written) ?? 'note'
}

/** A box that stands out. Typing `:::warning ` at the start of a line begins one. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: (element) => kindOf(element.getAttribute('data-kind')),
      renderHTML: ({ kind }) => ({ 'data-kind': kind }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-kind]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
  addInputRules() {
    return [
      wrappingInputRule({
        find: new RegExp(`^:::(${calloutKinds.join('|')})?\\s$`),
        type: this.type,
        getAttributes: ([, kind]) => ({ kind: kindOf(kind) }),
      }),
    ]
  },
  addKeyboardShortcuts() {
    return {
      // Backspace at the beginning of the box takes the box away and leaves what is in it.
      Backspace: () => {
        const { empty, $from } = this.editor.state.selection
        const isFirst = $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0
        if (!empty || !isFirst || $from.node(-1).type !== this.type) return false
        return this.editor.commands.lift(this.name)
      },
    }
  },
})
