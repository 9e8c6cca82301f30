import { Node } from '@tiptap/core'
import { frozenViewText } from '#shared/document/frozen-view-text.ts'
import { type FrozenView, frozenViewTrouble } from '#shared/domain/frozen-view.ts'
import type { FrozenDesk } from './frozen-desk.ts'
import { frozenNodeView } from './frozen-node-view.ts'

/** A matrix or a timeline of the notebook as it was at a moment. What it shows is in it. */
export const FrozenViewNode = Node.create<{ desk: FrozenDesk | null }>({
  name: 'frozenView',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ desk: null }),
  addAttributes: () => ({
    view: {
      parseHTML: (element) => readView(element.getAttribute('data-frozen-view')),
      renderHTML: ({ view }) => ({ 'data-frozen-view': JSON.stringify(view) }),
    },
    caption: {
      default: '',
      parseHTML: (element) => (element.getAttribute('data-caption') ?? '').slice(0, 2000),
      renderHTML: ({ caption }) => ({ 'data-caption': caption }),
    },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-frozen-view]',
      priority: 60,
      getAttrs: (element) => (readView(element.getAttribute('data-frozen-view')) === null ? false : null),
    },
  ],
  // Other programs are given its rows as lines.
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    HTMLAttributes,
    ...linesOf(node.attrs).map((line) => ['p', {}, line] as const),
  ],
  renderText: ({ node }) => linesOf(node.attrs).join('\n'),
  addNodeView() {
    const { desk } = this.options
    return desk === null ? null : frozenNodeView(desk)
  },
})

function linesOf({ view, caption }: { view?: FrozenView; caption?: string }): string[] {
  return frozenViewTrouble(view) === null ? frozenViewText(view as FrozenView, caption ?? '') : []
}

/** From the clipboard, where anybody may have written it. */
function readView(json: string | null): FrozenView | null {
  try {
    const view: unknown = JSON.parse(json ?? '')
    return frozenViewTrouble(view) === null ? (view as FrozenView) : null
  } catch {
    return null
  }
}
