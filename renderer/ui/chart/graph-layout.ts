import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

export interface GraphNode {
  id: string
  label: string
  /** Radius in the units of the drawing. */
  radius: number
  /** Where it begins, from -1 to 1. */
  x: number
  y: number
}

export interface GraphEdge {
  from: string
  to: string
  /** How strongly the ends belong together; a negative one keeps them apart. */
  pull: number
}

interface Body extends SimulationNodeDatum {
  id: string
  radius: number
}

const ticks = 320
const spread = 160

/**
 * Places for the nodes of a graph: the same for the same graph, whatever was laid out before, and much the same for one that is
 * much the same. Ends that pull each other lie
 * close, ends of negative ties far apart. @returns x and y by node, around 0, within -1 and 1
 */
export function layOut(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): Map<string, readonly [number, number]> {
  const bodies: Body[] = nodes.map(({ id, radius, x, y }) => ({ id, radius, x: x * spread, y: y * spread }))
  const known = new Set(bodies.map(({ id }) => id))
  const strongest = Math.max(1, ...edges.map(({ pull }) => Math.abs(pull)))
  const links: (SimulationLinkDatum<Body> & { pull: number })[] = edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to, pull }) => ({ source: from, target: to, pull: pull / strongest }))
  forceSimulation(bodies)
    .force(
      'ties',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(({ pull }) => 90 - pull * 60)
        .strength(({ pull }) => 0.04 + Math.abs(pull) * 0.3),
    )
    .force('apart', forceManyBody().strength(-220))
    .force(
      'room',
      forceCollide<Body>(({ radius }) => radius + 16),
    )
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.08))
    .stop()
    .tick(ticks)
  const reach = Math.max(1, ...bodies.flatMap(({ x = 0, y = 0 }) => [Math.abs(x), Math.abs(y)]))
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, [x / reach, y / reach] as const]))
}
