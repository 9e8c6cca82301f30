import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import eigenvectorCentrality from 'graphology-metrics/centrality/eigenvector.js'
import type { Network, NodeMeasures } from '#shared/domain/analysis.ts'

/**
 * Who is central, and who belongs together, by id. Only what ties more than it parts counts: an edge weighs its congruence less
 * its conflict. Betweenness takes each such edge for one step; clusters are found by V. D. Blondel and others, “Fast unfolding of
 * communities in large networks” (2008), the same ones for the same network each time.
 */
export function measureNetwork(
  nodes: ReadonlyArray<Pick<Network['nodes'][number], 'id'>>,
  edges: Network['edges'],
): Map<string, NodeMeasures> {
  // The measures of nobody are none, and the packages refuse to be asked.
  if (nodes.length === 0) return new Map()
  const graph = new UndirectedGraph<object, { weight: number }>()
  for (const { id } of nodes) graph.addNode(id)
  for (const { from, to, congruence, conflict } of edges) {
    const weight = congruence - conflict
    if (weight > 0 && graph.hasNode(from) && graph.hasNode(to)) graph.addEdge(from, to, { weight })
  }
  const betweenness = betweennessCentrality(graph, { getEdgeWeight: null })
  const eigenvector = eigenvectorOf(graph)
  const clusters = clustersOf(graph)
  return new Map(
    nodes.map(({ id }) => [
      id,
      {
        degree: graph.degree(id),
        betweenness: betweenness[id] ?? 0,
        eigenvector: eigenvector?.[id] ?? null,
        cluster: clusters.get(id) ?? null,
      },
    ]),
  )
}

/** Null where the iteration does not come to rest. */
function eigenvectorOf(graph: UndirectedGraph<object, { weight: number }>): Record<string, number> | null {
  if (graph.size === 0) return null
  try {
    return eigenvectorCentrality(graph, { getEdgeWeight: 'weight', maxIterations: 500 })
  } catch {
    return null
  }
}

/** Numbered by size, of equally large ones by the smallest id, so that numbers stay while a window slides. */
function clustersOf(graph: UndirectedGraph<object, { weight: number }>): Map<string, number> {
  if (graph.size === 0) return new Map()
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: stillRandom() })
  const tied = Object.keys(found).filter((id) => graph.degree(id) > 0)
  const groups = [...Map.groupBy(tied.sort(), (id) => found[id] ?? 0).values()].sort(
    (a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1),
  )
  return new Map(groups.flatMap((ids, number) => ids.map((id) => [id, number] as const)))
}

/** The same numbers each time: mulberry32. */
function stillRandom(): () => number {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
