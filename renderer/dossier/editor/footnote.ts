import { Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/**
 * A note in the line it belongs to: its number is counted by the style sheet, its words are written in place, and exports put them
 * at the foot of the page. Enter and Escape leave it.
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  isolating: true,
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  addKeyboardShortcuts() {
    const leave = () => {
      const { $from } = this.editor.state.selection
      if ($from.parent.type !== this.type) return false
      const { tr, doc } = this.editor.state
      this.editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve($from.after()), 1)))
      return true
    }
    const insert = () => {
      const { $from } = this.editor.state.selection
      if ($from.parent.type === this.type || $from.parent.type.spec.code === true) return false
      const at = this.editor.state.selection.to
      return this.editor
        .chain()
        .insertContentAt(at, { type: this.name })
        .setTextSelection(at + 1)
        .run()
    }
    return {
      Enter: leave,
      Escape: leave,
      'Mod-Alt-f': insert,
      // An empty note goes as a whole.
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection
        if (!empty || $from.parent.type !== this.type || $from.parent.content.size > 0) return false
        return this.editor.commands.deleteRange({ from: $from.before(), to: $from.after() })
      },
    }
  },
})
