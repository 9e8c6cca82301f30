import { expect, test } from 'vitest'
import { flattenTree, type TreeNode } from './flatten.ts'
import { dropMove, shiftMove, type TreeMove } from './tree-moves.ts'

const node = (id: string, parentId: string | null): TreeNode => ({ id, parentId, name: id })
const nodes = [node('a', null), node('b', null), node('b1', 'b'), node('b2', 'b'), node('c', null)]

/** The tree after a move, as `parent/child` in reading order. */
function after(move: TreeMove | null): string {
  if (move === null) return 'nowhere'
  const moved = { ...node(move.id, move.parentId) }
  const rest = nodes.filter(({ id }) => id !== move.id)
  const at = move.afterId === null ? 0 : rest.findIndex(({ id }) => id === move.afterId) + 1
  return flattenTree(rest.toSpliced(at, 0, moved), new Set(['a', 'b', 'b1', 'c']))
    .map(({ node, level }) => `${'>'.repeat(level - 1)}${node.id}`)
    .join(' ')
}

test('a node moves up and down among its siblings, and not past them', () => {
  expect(after(shiftMove(nodes, 'c', 'up'))).toBe('a c b >b1 >b2')
  expect(after(shiftMove(nodes, 'a', 'down'))).toBe('b >b1 >b2 a c')
  expect(after(shiftMove(nodes, 'a', 'up'))).toBe('nowhere')
  expect(after(shiftMove(nodes, 'b2', 'down'))).toBe('nowhere')
})

test('a node moves into the sibling above it as its last child, and out right behind its parent', () => {
  expect(after(shiftMove(nodes, 'c', 'in'))).toBe('a b >b1 >b2 >c')
  expect(after(shiftMove(nodes, 'b1', 'out'))).toBe('a b >b2 b1 c')
  expect(after(shiftMove(nodes, 'a', 'in'))).toBe('nowhere')
  expect(after(shiftMove(nodes, 'a', 'out'))).toBe('nowhere')
})

test('a dropped node stands before, after or inside its target', () => {
  expect(after(dropMove(nodes, 'c', 'a', 'before'))).toBe('c a b >b1 >b2')
  expect(after(dropMove(nodes, 'a', 'b2', 'after'))).toBe('b >b1 >b2 >a c')
  expect(after(dropMove(nodes, 'a', 'b', 'inside'))).toBe('b >b1 >b2 >a c')
})

test('nothing is dropped on itself, below itself, or where it is already', () => {
  expect(dropMove(nodes, 'b', 'b', 'inside')).toBe(null)
  expect(dropMove(nodes, 'b', 'b1', 'inside')).toBe(null)
  expect(dropMove(nodes, 'b', 'a', 'after')).toBe(null)
  expect(dropMove(nodes, 'b', 'c', 'before')).toBe(null)
  expect(dropMove(nodes, 'a', 'gone', 'inside')).toBe(null)
})

test('a node whose parent is not there stands among the roots and is not lost', () => {
  const rows = flattenTree([...nodes, node('orphan', 'gone')], new Set())
  expect(rows.map((row) => row.node.id)).toEqual(['a', 'b', 'c', 'orphan'])
  expect(rows.at(-1)).toMatchObject({ level: 1, position: 4, siblings: 4 })
})
