import { afterEach, expect, test } from 'vitest'
import { toast } from './toast.ts'

afterEach(() => {
  for (const { id } of toast.entries()) toast.dismiss(id)
})

const undoOf = (changeId: string) => ({ changeId, run: () => {} })
const shown = () => toast.entries().map(({ message, undo }) => [message, undo?.changeId])

test('once something else was changed, an earlier message no longer offers to undo', () => {
  toast.show({ message: 'Renamed.', undo: undoOf('first') })
  toast.show({ message: 'Moved.', undo: undoOf('second') })
  toast.keepUndoOf('second')
  expect(shown()).toEqual([
    ['Renamed.', undefined],
    ['Moved.', 'second'],
  ])
})

test('once the latest change was taken back, no message offers to undo', () => {
  toast.show({ message: 'Moved.', undo: undoOf('second') })
  toast.keepUndoOf(null)
  expect(shown()).toEqual([['Moved.', undefined]])
})

test('of more than three messages the oldest gives way', () => {
  for (const message of ['a', 'b', 'c', 'd']) toast.show({ message })
  expect(shown().map(([message]) => message)).toEqual(['b', 'c', 'd'])
})
