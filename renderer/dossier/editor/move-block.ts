import { Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'

/** Alt with an arrow moves the block with the caret past its neighbour; lists move item by item. */
export const MoveBlock = Extension.create({
  name: 'moveBlock',
  addKeyboardShortcuts() {
    const move = (direction: -1 | 1) => () => {
      const { state, view } = this.editor
      const transaction = movedBlock(state, direction)
      if (transaction === undefined) return false
      view.dispatch(transaction.scrollIntoView())
      return true
    }
    return { 'Alt-ArrowUp': move(-1), 'Alt-ArrowDown': move(1) }
  },
})

const items = new Set(['listItem', 'taskItem'])

/** The state with the block at the selection moved past the one before or after it; undefined where there is none. */
export function movedBlock(state: EditorState, direction: -1 | 1): Transaction | undefined {
  const { $from, from, to } = state.selection
  const isNode = state.selection instanceof NodeSelection
  const depth = isNode ? $from.depth + 1 : depthToMove(state)
  if (depth === 0) return undefined
  const parent = $from.node(depth - 1)
  const index = $from.index(depth - 1)
  const block = parent.maybeChild(index)
  const other = parent.maybeChild(index + direction)
  if (block === null || other === null) return undefined
  const start = isNode ? from : $from.before(depth)
  const shift = direction * other.nodeSize
  const transaction = state.tr.delete(start, start + block.nodeSize).insert(start + shift, block)
  return transaction.setSelection(
    isNode
      ? NodeSelection.create(transaction.doc, from + shift)
      : TextSelection.create(transaction.doc, from + shift, Math.min(to, start + block.nodeSize) + shift),
  )
}

/** The innermost list item about the caret, or else the outermost block. */
function depthToMove({ selection: { $from } }: EditorState): number {
  for (let depth = $from.depth; depth > 0; depth--) if (items.has($from.node(depth).type.name)) return depth
  return Math.min(1, $from.depth)
}
