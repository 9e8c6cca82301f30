/**
 * The circles of a directed graph: each strongly connected component of more than one node, or of one that leads to itself.
 * R. Tarjan, “Depth-first search and linear graph algorithms” (1972), without recursion, so that a long chain overflows nothing.
 *
 * @param targets where each node leads
 */
export function findCircles<Node>(targets: ReadonlyMap<Node, ReadonlySet<Node>>): Node[][] {
  const index = new Map<Node, number>()
  const low = new Map<Node, number>()
  const stack: Node[] = []
  const onStack = new Set<Node>()
  const circles: Node[][] = []
  const lower = (node: Node, to: number) => low.set(node, Math.min(low.get(node) ?? to, to))
  const enter = (node: Node) => {
    index.set(node, index.size)
    lower(node, index.size - 1)
    stack.push(node)
    onStack.add(node)
    return { node, rest: [...(targets.get(node) ?? [])] }
  }
  for (const root of targets.keys()) {
    if (index.has(root)) continue
    const path = [enter(root)]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop()
      if (next !== undefined) {
        if (!index.has(next)) path.push(enter(next))
        else if (onStack.has(next)) lower(top.node, index.get(next) ?? 0)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above !== undefined) lower(above.node, low.get(top.node) ?? 0)
      if (low.get(top.node) !== index.get(top.node)) continue
      const circle = stack.splice(stack.lastIndexOf(top.node))
      for (const node of circle) onStack.delete(node)
      if (circle.length > 1 || targets.get(top.node)?.has(top.node)) circles.push(circle)
    }
  }
  return circles
}
