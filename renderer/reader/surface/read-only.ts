import { Plugin } from '@tiptap/pm/state'

const refused = ['beforeinput', 'paste', 'cut', 'drop', 'compositionstart'] as const

/**
 * Keeps the text as captured while the caret still moves through it. The surface is an editing host, because only there
 * do browsers move a caret and extend a selection by key; what would change the text is refused twice, as an event and
 * as a transaction.
 */
export function readOnlyPlugin(): Plugin {
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      handleTextInput: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: Object.fromEntries(
        refused.map((name) => [
          name,
          (_view: unknown, event: Event) => {
            event.preventDefault()
            return true
          },
        ]),
      ),
    },
  })
}
