/** What the tree needs to know of a node; everything else is the caller's. */
export interface TreeNode {
  id: string
  parentId: string | null
  name: string
}

/** A node as it stands in the open tree. */
export interface TreeRow<Node extends TreeNode> {
  node: Node
  /** 1 for roots. */
  level: number
  /** Place among its siblings, from 1. */
  position: number
  siblings: number
  hasChildren: boolean
  isExpanded: boolean
}

/** Children by parent, in the order given; nodes whose parent is not there stand among the roots. */
export function childrenByParent<Node extends TreeNode>(nodes: readonly Node[]): Map<string | null, Node[]> {
  const ids = new Set(nodes.map(({ id }) => id))
  return Map.groupBy(nodes, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
}

/** The rows of a tree in reading order: every root, and what is below a node where it is expanded. */
export function flattenTree<Node extends TreeNode>(
  nodes: readonly Node[],
  expanded: ReadonlySet<string>,
): TreeRow<Node>[] {
  const children = childrenByParent(nodes)
  const rows: TreeRow<Node>[] = []
  const visit = (parentId: string | null, level: number) => {
    const siblings = children.get(parentId) ?? []
    for (const [index, node] of siblings.entries()) {
      const hasChildren = children.has(node.id)
      const isExpanded = hasChildren && expanded.has(node.id)
      rows.push({ node, level, position: index + 1, siblings: siblings.length, hasChildren, isExpanded })
      if (isExpanded) visit(node.id, level + 1)
    }
  }
  visit(null, 1)
  return rows
}
