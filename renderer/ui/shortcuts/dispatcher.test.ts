import { expect, test } from 'vitest'
import type { KeyPress } from './chord.ts'
import { type Binding, createDispatcher } from './dispatcher.ts'

const press = (key: string): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
})
const nowhere = { typing: false, inDialog: false }

function dispatcherOf(...bindings: (Partial<Binding> & { keys: string[] })[]) {
  const dispatcher = createDispatcher(false)
  const removals = bindings.map((binding) => dispatcher.add({ run: () => {}, ...binding }))
  const found = (key: string, place = nowhere, now = 0) => {
    const answer = dispatcher.press(press(key), place, now)
    return answer === 'pending' ? answer : answer.map(({ keys }) => keys.join())
  }
  return { found, removals }
}

test('what was bound last is tried first, and what is unbound no more', () => {
  const { found, removals } = dispatcherOf({ keys: ['j'] }, { keys: ['j', 'n'] })
  expect(found('j')).toEqual(['j,n', 'j'])
  removals[1]?.()
  expect(found('j')).toEqual(['j'])
})

test('a plain key is left to whoever types, and to a dialog', () => {
  const { found } = dispatcherOf({ keys: ['q'] }, { keys: ['F1'], whileTyping: true, inDialog: true })
  expect(found('q', { typing: true, inDialog: false })).toEqual([])
  expect(found('q', { typing: false, inDialog: true })).toEqual([])
  expect(found('F1', { typing: true, inDialog: true })).toEqual(['F1'])
})

test('a sequence waits for its second key, a while', () => {
  const { found } = dispatcherOf({ keys: ['g l'] }, { keys: ['l'] })
  expect(found('g', nowhere, 0)).toBe('pending')
  expect(found('l', nowhere, 500)).toEqual(['g l'])
  expect(found('g', nowhere, 1000)).toBe('pending')
  expect(found('l', nowhere, 9000)).toEqual(['l'])
})

test('a second key that completes nothing means what it means alone', () => {
  const { found } = dispatcherOf({ keys: ['g l'] }, { keys: ['x'] })
  expect(found('g')).toBe('pending')
  expect(found('x')).toEqual(['x'])
})

test('holding a modifier does not break a sequence', () => {
  const { found } = dispatcherOf({ keys: ['g ?'] })
  expect(found('g')).toBe('pending')
  expect(found('Shift')).toBe('pending')
  expect(found('?')).toEqual(['g ?'])
})
