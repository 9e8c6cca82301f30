import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { changedRange } from '../../saving/changed-blocks.ts'
import { inStretches } from './stretch-marks.ts'
import { tidied } from './tidied.ts'

/** Keeps the stretches around the caret laid out, wherever it is, and the document in stretches. */
export const LaidOutNear = Extension.create({
  name: 'laidOutNear',
  // A caret that is put into a block before that is laid out is lost, and so is one that is moved into one by a key.
  onBeforeCreate() {
    const { schema, options } = this.editor
    const mark = schema.marks['stretch']
    if (mark !== undefined)
      options.content = inStretches(schema.nodeFromJSON(options.content), mark) as object
    this.editor.on('beforeTransaction', ({ editor: { view, state }, transaction, nextState }) => {
      const back = transaction.docChanged ? transaction.mapping.invert() : undefined
      const { head, anchor } = nextState.selection
      keepNear(view, state.doc, back?.map(head) ?? head, back?.map(anchor) ?? anchor)
    })
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (_, before, state) => {
        if (before.doc === state.doc) return null
        const changed = changedRange(before.doc, state.doc)
        const isTyping = changed.removed === changed.added && state.doc.childCount > changed.from
        return isTyping && state.doc.child(changed.from).isTextblock && changed.added === 1
          ? null
          : tidied(state, changed)
      },
      props: {
        // Before the browser takes the caret to an end: in a stretch that is not laid out it would get to its beginning only.
        handleKeyDown(view, { key, ctrlKey, metaKey }) {
          const { doc, selection } = view.state
          if ((ctrlKey || metaKey) && ['Home', 'End', 'ArrowUp', 'ArrowDown'].includes(key))
            keepNear(view, doc, selection.head, selection.anchor, 0, doc.content.size - 1)
          return false
        },
      },
      view: () => ({
        update(view, { doc }) {
          const { head, anchor } = view.state.selection
          if (view.state.doc.childCount !== doc.childCount) keepNear(view, view.state.doc, head, anchor)
        },
      }),
    }),
  ],
})

function keepNear(view: EditorView, doc: Node, ...positions: number[]): void {
  const near = new Set<Element>()
  for (const position of positions) {
    const block = blockAt(view, doc, position)
    const stretch = block?.closest('.tiptap > *')
    for (const one of [stretch?.previousElementSibling, stretch, stretch?.nextElementSibling])
      if (one instanceof HTMLElement && one.dataset['stretch'] !== undefined) near.add(one)
  }
  for (const one of view.dom.querySelectorAll(':scope > [data-stretch=near]'))
    if (!near.has(one)) one.setAttribute('data-stretch', '')
  for (const one of near)
    if (one.getAttribute('data-stretch') !== 'near') one.setAttribute('data-stretch', 'near')
}

/** The element of the outermost block that a position is in. */
function blockAt(view: EditorView, doc: Node, position: number): Element | null {
  const $position = doc.resolve(Math.max(0, Math.min(position, doc.content.size)))
  const dom = view.nodeDOM($position.depth === 0 ? $position.pos : $position.before(1))
  return dom instanceof Element ? dom : null
}
