import type { KeyPress } from '../shortcuts/chord.ts'
import type { TreeNode, TreeRow } from './flatten.ts'

export type TreeAction =
  | { kind: 'go'; id: string }
  | { kind: 'expand'; id: string }
  | { kind: 'collapse'; id: string }
  /** `*`: everything beside the node. */
  | { kind: 'expandSiblings'; id: string }
  | { kind: 'open'; id: string }
  | { kind: 'rename'; id: string }
  | { kind: 'shift'; id: string; direction: 'up' | 'down' | 'in' | 'out' }

/**
 * What a key means in a tree (ARIA tree pattern; Alt with the arrows moves the node itself, with Shift into and out of others; F2 renames it); null for
 * keys that are none of its business.
 */
export function treeAction(
  press: KeyPress,
  rows: readonly TreeRow<TreeNode>[],
  activeId: string | null,
  page: number,
): TreeAction | null {
  if (press.altKey && !press.ctrlKey && !press.metaKey) {
    return activeId === null || rows.length === 0 ? null : shiftAction(press, activeId)
  }
  if (press.ctrlKey || press.metaKey || press.shiftKey || rows.length === 0) {
    return press.key === '*' && !press.ctrlKey && activeId !== null
      ? { kind: 'expandSiblings', id: activeId }
      : null
  }
  const at = rows.findIndex(({ node }) => node.id === activeId)
  const row = rows[at]
  const go = (index: number): TreeAction | null => {
    const target = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    return target === undefined ? null : { kind: 'go', id: target.node.id }
  }
  switch (press.key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at < 0 ? rows.length - 1 : at - 1)
    case 'Home':
      return go(0)
    case 'End':
      return go(rows.length - 1)
    case 'PageDown':
      return go(at + Math.max(page - 1, 1))
    case 'PageUp':
      return go(at - Math.max(page - 1, 1))
    default:
      return row === undefined ? null : rowAction(press.key, row, go(at + 1))
  }
}

function rowAction(key: string, row: TreeRow<TreeNode>, next: TreeAction | null): TreeAction | null {
  const { id, parentId } = row.node
  switch (key) {
    case 'ArrowRight':
      if (!row.hasChildren) return null
      return row.isExpanded ? next : { kind: 'expand', id }
    case 'ArrowLeft':
      if (row.isExpanded) return { kind: 'collapse', id }
      return parentId === null || row.level === 1 ? null : { kind: 'go', id: parentId }
    case 'Enter':
      return { kind: 'open', id }
    case 'F2':
      return { kind: 'rename', id }
    case '*':
      return { kind: 'expandSiblings', id }
    default:
      return null
  }
}

/** Left and right need Shift as well: Alt with them alone is the way back and forward. */
function shiftAction({ key, shiftKey }: KeyPress, id: string): TreeAction | null {
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return { kind: 'shift', id, direction: key === 'ArrowUp' ? 'up' : 'down' }
  if (shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft'))
    return { kind: 'shift', id, direction: key === 'ArrowRight' ? 'in' : 'out' }
  return null
}
