import { expect, test } from 'vitest'
import { flattenTree } from './flatten.ts'
import { treeAction } from './tree-keys.ts'

const rows = flattenTree(
  [
    { id: 'a', parentId: null, name: 'A' },
    { id: 'b', parentId: 'a', name: 'B' },
    { id: 'c', parentId: null, name: 'C' },
  ],
  new Set(['a']),
)

function action(key: string, held: { altKey?: boolean; shiftKey?: boolean; ctrlKey?: boolean } = {}) {
  const press = { key, code: '', altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...held }
  return treeAction(press, rows, 'b', 10)
}

test('arrows walk the rows, and left and right go up to the parent and fold it', () => {
  expect(action('ArrowDown')).toEqual({ kind: 'go', id: 'c' })
  expect(action('ArrowLeft')).toEqual({ kind: 'go', id: 'a' })
  expect(action('F2')).toEqual({ kind: 'rename', id: 'b' })
})

test('Alt moves the node up and down; into and out of others takes Shift, since Alt alone is the way back', () => {
  expect(action('ArrowUp', { altKey: true })).toEqual({ kind: 'shift', id: 'b', direction: 'up' })
  expect(action('ArrowLeft', { altKey: true })).toBe(null)
  expect(action('ArrowRight', { altKey: true })).toBe(null)
  expect(action('ArrowLeft', { altKey: true, shiftKey: true })).toEqual({
    kind: 'shift',
    id: 'b',
    direction: 'out',
  })
})

test('keys of the application pass through', () => {
  expect(action('ArrowDown', { ctrlKey: true })).toBe(null)
  expect(action('n')).toBe(null)
})
