import { Graph, layout } from '@dagrejs/dagre'
import type { ConditionEdge, ConditionNode, ConditionsGraph } from './conditions-graph.ts'

export const box = { width: 232, height: 66 }
/** Between boxes of one part, and between parts. */
const gap = { across: 18, along: 64, parts: 28 }
const margin = 20

interface Point {
  x: number
  y: number
}

export interface ConditionsLayout {
  /** The middle of each node's box. */
  nodes: ReadonlyMap<string, Point>
  /** The way of each edge, by `FROM TO`: points from border to border. */
  edges: ReadonlyMap<string, readonly Point[]>
  width: number
  height: number
}

/**
 * Places for the boxes. What hangs together is laid out by itself, what waits left of what it waits for; these parts stand in
 * rows as wide as there is room, those with a deadlock first and then the larger.
 */
export function layOutConditions(graph: ConditionsGraph, room: number): ConditionsLayout {
  const parts = partsOf(graph)
    .map((part) => ({ ...layOutPart(part), rank: rankOf(part) }))
    .sort((a, b) => a.rank - b.rank)
  const wide = Math.max(room - margin * 2, ...parts.map(({ width }) => width))
  const nodes = new Map<string, Point>()
  const edges = new Map<string, readonly Point[]>()
  let [left, top, tallest] = [0, 0, 0]
  for (const part of parts) {
    if (left > 0 && left + part.width > wide) {
      top += tallest + gap.parts
      left = 0
      tallest = 0
    }
    const moved = ({ x, y }: Point) => ({ x: x + left + margin, y: y + top + margin })
    for (const [id, at] of part.nodes) nodes.set(id, moved(at))
    for (const [id, way] of part.edges) edges.set(id, way.map(moved))
    left += part.width + gap.parts
    tallest = Math.max(tallest, part.height)
  }
  return { nodes, edges, width: wide + margin * 2, height: top + tallest + margin * 2 }
}

function rankOf({ nodes }: ConditionsGraph): number {
  return (nodes.some(({ cycle }) => cycle !== null) ? -1e6 : 0) - nodes.length
}

/** What hangs together, whichever way it waits. */
function partsOf({ nodes, edges }: ConditionsGraph): ConditionsGraph[] {
  const beside = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  for (const { from, to } of edges) {
    beside.get(from)?.push(to)
    beside.get(to)?.push(from)
  }
  const partOf = new Map<string, number>()
  let count = 0
  for (const { id } of nodes) {
    if (partOf.has(id)) continue
    const waiting = [id]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (partOf.has(next)) continue
      partOf.set(next, count)
      waiting.push(...(beside.get(next) ?? []))
    }
    count += 1
  }
  const parts = Array.from({ length: count }, () => ({
    nodes: [] as ConditionNode[],
    edges: [] as ConditionEdge[],
  }))
  for (const node of nodes) parts[partOf.get(node.id) ?? 0]?.nodes.push(node)
  for (const edge of edges) parts[partOf.get(edge.from) ?? 0]?.edges.push(edge)
  return parts
}

/** One part from its own top left, in layers: dagre, after Sugiyama and others, which turns an edge of each circle round. */
function layOutPart({ nodes, edges }: ConditionsGraph): ConditionsLayout {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: gap.across, edgesep: 12, ranksep: gap.along })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id } of nodes) graph.setNode(id, { ...box })
  for (const { from, to } of edges) graph.setEdge(from, to)
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    nodes: new Map(
      graph.nodes().map((id) => {
        const { x = 0, y = 0 } = graph.node(id)
        return [id, { x, y }] as const
      }),
    ),
    edges: new Map(
      graph.edges().map((edge) => [`${edge.v} ${edge.w}`, graph.edge(edge).points ?? []] as const),
    ),
    width,
    height,
  }
}
