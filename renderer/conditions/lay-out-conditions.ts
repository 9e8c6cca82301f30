import { Graph, layout } from '@dagrejs/dagre'
import type { ConditionsGraph } from './conditions-graph.ts'

export const box = { width: 232, height: 66 }
const gap = { across: 18, along: 64 }
const margin = 20

export interface ConditionsLayout {
  /** The middle of each node's box. */
  nodes: ReadonlyMap<string, { x: number; y: number }>
  /** The way of each edge, by `FROM TO`: points from border to border. */
  edges: ReadonlyMap<string, readonly { x: number; y: number }[]>
  width: number
  height: number
}

/**
 * Places for the boxes: what waits is left of what it waits for, in layers (dagre, after Sugiyama and others; it turns an edge of
 * each circle round while it layers). What is tied to nothing stands below in rows as wide as there is room.
 */
export function layOutConditions({ nodes, edges }: ConditionsGraph, room: number): ConditionsLayout {
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const graph = new Graph()
  graph.setGraph({
    rankdir: 'LR',
    nodesep: gap.across,
    edgesep: 12,
    ranksep: gap.along,
    marginx: margin,
    marginy: margin,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) if (tied.has(id)) graph.setNode(id, { ...box })
  for (const { from, to } of edges) graph.setEdge(from, to)
  if (tied.size > 0) layout(graph)
  const places = new Map<string, { x: number; y: number }>()
  for (const id of graph.nodes()) {
    const { x = 0, y = 0 } = graph.node(id)
    places.set(id, { x, y })
  }
  const { width = 0, height = 0 } = tied.size > 0 ? graph.graph() : {}
  const wide = Math.max(width, room)
  const columns = Math.max(1, Math.floor((wide - margin * 2 + gap.across) / (box.width + gap.across)))
  const alone = nodes.filter(({ id }) => !tied.has(id))
  const top = tied.size > 0 ? height + gap.across : margin
  alone.forEach(({ id }, index) => {
    places.set(id, {
      x: margin + box.width / 2 + (index % columns) * (box.width + gap.across),
      y: top + box.height / 2 + Math.floor(index / columns) * (box.height + gap.across),
    })
  })
  const below = Math.ceil(alone.length / columns) * (box.height + gap.across)
  return {
    nodes: places,
    edges: new Map(
      graph.edges().map((edge) => [`${edge.v} ${edge.w}`, graph.edge(edge).points ?? []] as const),
    ),
    width: wide,
    height: alone.length > 0 ? top + below - gap.across + margin : height,
  }
}
