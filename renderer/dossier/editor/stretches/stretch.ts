import { type AnyExtension, Mark, Node } from '@tiptap/core'

/**
 * Some outermost blocks that stand together, drawn in one element, of which a browser lays out only those near what is in sight: with
 * every key it walks over all that is laid out. It is a mark, not a node, so that positions and the order of blocks are those of the
 * dossier; it is never saved.
 */
export const Stretch = Mark.create({
  name: 'stretch',
  inclusive: false,
  addAttributes: () => ({
    place: { default: 0, rendered: false },
    height: { default: 0, rendered: false },
  }),
  renderHTML: () => ['div', 0],
  addMarkView() {
    return ({ mark }) => {
      const dom = document.createElement('div')
      dom.dataset['stretch'] = ''
      dom.style.containIntrinsicBlockSize = `auto ${mark.attrs['height']}em`
      // Whether it is near the caret is written on it.
      return { dom, contentDOM: dom, ignoreMutation: ({ type }) => type === 'attributes' }
    }
  },
})

/** What holds blocks. Besides the document itself: a block that is put into one of these bears its mark until it is tidied away. */
const holders = new Set(['doc', 'blockquote', 'callout', 'listItem', 'taskItem', 'tableCell', 'tableHeader'])

/** An extension whose nodes may hold blocks that bear the mark of a stretch. */
export function holdingStretches(extension: AnyExtension): AnyExtension {
  if (extension.name === 'starterKit')
    return extension.extend({
      addExtensions(this: { parent?: () => AnyExtension[] }) {
        return this.parent?.().map(holdingStretches) ?? []
      },
    } as never)
  return extension instanceof Node && holders.has(extension.name)
    ? extension.extend({ marks: 'stretch' })
    : extension
}
