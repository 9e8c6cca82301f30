import type { JSONContent } from '@tiptap/core'
import type { Editor } from '@tiptap/react'

/**
 * Puts outermost blocks where the caret is, with a line below them to go on writing: in the place of an empty line, or else below the
 * outermost block that the caret or selection is in.
 */
export function insertBlocks(editor: Editor, blocks: readonly JSONContent[]): void {
  const { $from, to } = editor.state.selection
  const isEmptyLine = $from.depth === 1 && $from.parent.isTextblock && $from.parent.content.size === 0
  const at =
    $from.depth === 0 ? to : isEmptyLine ? { from: $from.before(1), to: $from.after(1) } : $from.after(1)
  editor
    .chain()
    .focus()
    .insertContentAt(at, [...blocks, { type: 'paragraph' }], { updateSelection: true })
    .run()
}
