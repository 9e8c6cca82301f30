/** For each node, the nodes it points at. */
export type Graph = Map<string, Iterable<string>>

function shortestPath(graph: Graph, from: string, to: string): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [from]
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === to) {
        const path = [to]
        for (let at: string | undefined = node; at !== undefined; at = cameFrom.get(at)) path.unshift(at)
        return path
      }
      if (next !== from && !cameFrom.has(next)) {
        cameFrom.set(next, node)
        queue.push(next)
      }
    }
  }
  return undefined
}

/**
 * Circles of a directed graph: the shortest one through each node that lies on any, each told once and begun at its
 * alphabetically first node. No circle goes unreported; overlapping circles may be told by their shorter ones first.
 *
 * @returns paths whose last node equals their first
 */
export function findCycles(graph: Graph): string[][] {
  const told = new Set<string>()
  const cycles: string[][] = []
  for (const start of [...graph.keys()].sort()) {
    if (told.has(start)) continue
    const cycle = shortestPath(graph, start, start)
    if (!cycle) continue
    for (const node of cycle) told.add(node)
    cycles.push(cycle)
  }
  return cycles
}
