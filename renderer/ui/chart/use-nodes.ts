import { type FocusEvent, type KeyboardEvent, type PointerEvent, useState } from 'react'
import { onNodeKey } from './node-keys.ts'

interface PlacedNode {
  id: string
  x: number
  y: number
}

interface Edge {
  from: string
  to: string
}

interface NodesOptions<Node extends PlacedNode> {
  nodes: readonly Node[]
  edges: readonly Edge[]
  /** The one whose facts are told beside the drawing. */
  openId: string | null
  onOpen(id: string): void
}

/**
 * Nodes and edges of a drawing that are pointed at and walked through: the node under the pointer or with the focus and what
 * it is tied to stay, the rest fades. One node at a time is a tab stop, and the keys go from left to right.
 */
export function useNodes<Node extends PlacedNode>(options: NodesOptions<Node>) {
  const { nodes, edges, openId, onOpen } = options
  const [pointed, setPointed] = useState<string | null>(null)
  const inOrder = nodes.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const stop = inOrder.some(({ id }) => id === openId) ? openId : inOrder[0]?.id
  const touches = ({ from, to }: Edge) => from === pointed || to === pointed
  const tied = new Set(edges.filter(touches).flatMap(({ from, to }) => [from, to]))
  return {
    inOrder,
    /** For the drawing itself. */
    drawing: {
      onPointerOver: ({ target }: PointerEvent) => {
        const node = target instanceof Element ? target.closest<SVGGElement>('[data-node]') : null
        setPointed(node?.dataset['node'] ?? null)
      },
      onPointerLeave: () => setPointed(null),
    },
    /** For the group that draws a node; it is a button, and needs a name. */
    propsOf: (id: string) => ({
      role: 'button',
      tabIndex: id === stop ? 0 : -1,
      'data-node': id,
      'aria-pressed': id === openId,
      onClick: () => onOpen(id),
      onFocus: (_: FocusEvent) => setPointed(id),
      onBlur: () => setPointed(null),
      onKeyDown: (event: KeyboardEvent<SVGGElement>) => onNodeKey(event, () => onOpen(id)),
    }),
    isFaint: (id: string) => pointed !== null && id !== pointed && !tied.has(id),
    /** Of an edge: nothing is pointed at, one of its ends is, or neither is. */
    stateOf: (edge: Edge): 'plain' | 'pointed' | 'faint' =>
      pointed === null ? 'plain' : touches(edge) ? 'pointed' : 'faint',
  }
}
