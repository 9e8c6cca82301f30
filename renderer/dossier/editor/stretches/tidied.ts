import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { blocksAStretch, stretchMarks } from './stretch-marks.ts'

/** So many blocks on either side of the caret are not drawn anew while somebody writes there. */
const aroundCaret = 3
/** Beyond the places of a document that was just opened. */
let nextPlace = 1_000_000

/**
 * Puts many blocks that are in no stretch, as after a long paste, into new ones, and takes the mark off blocks that are inside others
 * now, where they `changed`. Positions stay what they are, and it is nothing to undo. Undefined where all is in order.
 */
export function tidied(
  state: EditorState,
  changed: { from: number; added: number } = { from: 0, added: state.doc.childCount },
): Transaction | undefined {
  const { tr, doc, schema, selection } = state
  const mark = schema.marks['stretch']
  if (mark === undefined) return undefined
  const [begin, end] = [selection.$from.index(0) - aroundCaret, selection.$to.index(0) + aroundCaret]
  let run: { block: Node; position: number }[] = []
  const close = () => {
    if (run.length >= 2 * blocksAStretch) {
      const blocks = run.map(({ block }) => block)
      for (const [index, made] of stretchMarks(blocks, mark, nextPlace).entries())
        tr.addNodeMark(run[index]?.position ?? 0, made)
      nextPlace += run.length
    }
    run = []
  }
  doc.forEach((block, position, index) => {
    if (!block.isTextblock && index >= changed.from && index < changed.from + changed.added)
      block.descendants((inner, offset) => {
        if (mark.isInSet(inner.marks)) tr.removeNodeMark(position + 1 + offset, mark)
        return !inner.isTextblock
      })
    if (mark.isInSet(block.marks) || (index >= begin && index <= end)) close()
    else run.push({ block, position })
  })
  close()
  return tr.docChanged ? tr.setMeta('addToHistory', false) : undefined
}
