import { type Editor, Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/**
 * A note in the line it belongs to: its number is written on it, its words are written in place, and exports put them
 * at the foot of the page. Enter and Escape leave it.
 */
export const Footnote = Node.create<{ firstWords(): string }>({
  name: 'footnote',
  addOptions: () => ({ firstWords: () => 'Note' }),
  group: 'inline',
  inline: true,
  content: 'text*',
  isolating: true,
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  // What cannot be edited stands at either end, so that a caret beside the note and one in it are not the same place to a browser.
  addNodeView:
    () =>
    ({ editor }) => {
      const dom = document.createElement('span')
      const contentDOM = document.createElement('span')
      dom.dataset['footnote'] = ''
      dom.append(edge(), contentDOM, edge())
      number(editor)
      return {
        dom,
        contentDOM,
        ignoreMutation: ({ target }) => !contentDOM.contains(target),
        destroy: () => number(editor),
      }
    },
  addKeyboardShortcuts() {
    // Where no text follows, a blank does: browsers put a caret behind the last element of a line back into it.
    const leave = () => {
      const { $from } = this.editor.state.selection
      if ($from.parent.type !== this.type) return false
      const after = $from.after()
      const { tr, doc } = this.editor.state
      const isLast = doc.resolve(after).nodeAfter?.isText !== true
      if (isLast) tr.insertText(' ', after)
      const caret = TextSelection.create(tr.doc, isLast ? after + 1 : after)
      this.editor.view.dispatch(tr.setSelection(caret).scrollIntoView())
      return true
    }
    const leaveAtEnd = () => {
      const { $from, empty } = this.editor.state.selection
      return empty && $from.parentOffset === $from.parent.content.size && leave()
    }
    return {
      Enter: leave,
      Escape: leave,
      ArrowRight: leaveAtEnd,
      'Mod-Alt-f': () => beginFootnote(this.editor, this.options.firstWords()),
      // An empty note goes as a whole.
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection
        if (!empty || $from.parent.type !== this.type || $from.parent.content.size > 0) return false
        return this.editor.commands.deleteRange({ from: $from.before(), to: $from.after() })
      },
    }
  },
})

/**
 * Begins a note after what is selected. It has words from the start, which are selected to be written over: no browser puts the caret
 * into an element without any.
 */
export function beginFootnote(editor: Editor, firstWords: string): boolean {
  const { $from, to } = editor.state.selection
  if ($from.parent.type.name === 'footnote' || $from.parent.type.spec.code === true) return false
  return editor
    .chain()
    .focus()
    .insertContentAt(to, { type: 'footnote', content: [{ type: 'text', text: firstWords }] })
    .setTextSelection({ from: to + 1, to: to + 1 + firstWords.length })
    .run()
}

const toNumber = new WeakSet<Editor>()

/** Numbers the notes anew before anything is drawn. No style sheet could count over stretches that are not laid out. */
function number(editor: Editor): void {
  if (toNumber.has(editor)) return
  toNumber.add(editor)
  queueMicrotask(() => {
    toNumber.delete(editor)
    if (editor.isDestroyed) return
    const notes = editor.view.dom.querySelectorAll<HTMLElement>('[data-footnote]')
    for (const [index, note] of notes.entries()) note.dataset['number'] = String(index + 1)
  })
}

function edge(): HTMLElement {
  const element = document.createElement('span')
  element.contentEditable = 'false'
  element.textContent = '\u200b'
  return element
}
