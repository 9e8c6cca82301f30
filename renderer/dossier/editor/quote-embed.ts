import { mergeAttributes, Node } from '@tiptap/core'
import type { EvidenceSource } from './evidence-source.ts'
import { quoteEmbedView } from './quote-embed-view.ts'

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A quote of the notebook in a dossier, with the words it had when it was put there. */
export const QuoteEmbed = Node.create<{ evidence: EvidenceSource | null }>({
  name: 'quoteEmbed',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ evidence: null }),
  addAttributes: () => ({
    quoteId: {
      parseHTML: (element) => element.getAttribute('data-quote'),
      renderHTML: ({ quoteId }) => ({ 'data-quote': quoteId }),
    },
    revisionId: {
      parseHTML: (element) => element.getAttribute('data-revision'),
      renderHTML: ({ revisionId }) => ({ 'data-revision': revisionId }),
    },
    text: { parseHTML: (element) => element.textContent ?? '', renderHTML: () => ({}) },
  }),
  parseHTML: () => [
    {
      tag: 'blockquote[data-quote]',
      priority: 60,
      getAttrs: (element) =>
        ['data-quote', 'data-revision'].every((name) => id.test(element.getAttribute(name) ?? ''))
          ? null
          : false,
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'blockquote',
    mergeAttributes(HTMLAttributes),
    String(node.attrs['text']),
  ],
  renderText: ({ node }) => `“${node.attrs['text']}”`,
  addNodeView() {
    const { evidence } = this.options
    return evidence === null ? null : quoteEmbedView(evidence)
  },
})
