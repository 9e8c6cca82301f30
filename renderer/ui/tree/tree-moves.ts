import { childrenByParent, type TreeNode } from './flatten.ts'

/** Puts a node below `parentId` (null: a root), after the sibling `afterId` (null: first). */
export interface TreeMove {
  id: string
  parentId: string | null
  afterId: string | null
}

export type DropPlace = 'before' | 'inside' | 'after'

/**
 * Where a node goes one step up or down among its siblings, into the sibling above it, or out beside its parent;
 * null where there is no such place.
 */
export function shiftMove(
  nodes: readonly TreeNode[],
  id: string,
  direction: 'up' | 'down' | 'in' | 'out',
): TreeMove | null {
  const children = childrenByParent(nodes)
  const node = nodes.find((one) => one.id === id)
  if (node === undefined) return null
  const { parentId } = node
  const siblings = children.get(parentId) ?? []
  const at = siblings.findIndex((one) => one.id === id)
  const idAt = (index: number) => siblings[index]?.id ?? null
  switch (direction) {
    case 'up':
      return at <= 0 ? null : { id, parentId, afterId: idAt(at - 2) }
    case 'down':
      return at >= siblings.length - 1 ? null : { id, parentId, afterId: idAt(at + 1) }
    case 'in': {
      const above = idAt(at - 1)
      return above === null ? null : { id, parentId: above, afterId: children.get(above)?.at(-1)?.id ?? null }
    }
    case 'out': {
      const parent = nodes.find((one) => one.id === parentId)
      return parent === undefined ? null : { id, parentId: parent.parentId, afterId: parent.id }
    }
  }
}

/** Where a node goes when it is dropped at a row; null on itself, below itself, or where it already is. */
export function dropMove(
  nodes: readonly TreeNode[],
  id: string,
  targetId: string,
  place: DropPlace,
): TreeMove | null {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const target = byId.get(targetId)
  if (target === undefined) return null
  for (
    let at: TreeNode | undefined = target;
    at;
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  )
    if (at.id === id) return null
  const children = childrenByParent(nodes)
  const parentId = place === 'inside' ? targetId : target.parentId
  const siblings = (children.get(parentId) ?? []).filter((node) => node.id !== id)
  const at = siblings.findIndex((node) => node.id === targetId)
  const before = place === 'inside' ? siblings.length - 1 : place === 'before' ? at - 1 : at
  const move = { id, parentId, afterId: siblings[before]?.id ?? null }
  return isWhereItIs(children, byId.get(id), move) ? null : move
}

function isWhereItIs(
  children: Map<string | null, TreeNode[]>,
  node: TreeNode | undefined,
  { parentId, afterId }: TreeMove,
): boolean {
  if (node === undefined || node.parentId !== parentId) return false
  const siblings = children.get(parentId) ?? []
  const at = siblings.findIndex((one) => one.id === node.id)
  return (siblings[at - 1]?.id ?? null) === afterId
}
