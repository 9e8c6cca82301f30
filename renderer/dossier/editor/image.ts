import { Node, type NodeViewRenderer } from '@tiptap/core'
import { isAssetHash } from '#shared/document/schema.ts'

/** An image of the notebook, by the hash of its bytes; never an address. */
export const DossierImage = Node.create<{ view: NodeViewRenderer | null }>({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ view: null }),
  addAttributes: () => ({
    asset: {
      parseHTML: (element) => element.getAttribute('data-asset'),
      renderHTML: ({ asset }) => ({ 'data-asset': asset }),
    },
    alt: { default: '' },
  }),
  parseHTML: () => [
    {
      tag: 'img[data-asset]',
      getAttrs: (element) => (isAssetHash(element.getAttribute('data-asset')) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addNodeView() {
    return this.options.view
  },
})
