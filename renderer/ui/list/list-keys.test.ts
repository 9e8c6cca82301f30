import { expect, test } from 'vitest'
import { keysBetween, listAction } from './list-keys.ts'

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

const place = { active: 5, anchor: 5, count: 100, page: 10 }

test('arrows move by a row, page keys keep one row in sight, Home and End go to the ends', () => {
  const to = (key: string) => listAction(press(key), place)
  expect(to('ArrowDown')).toEqual({ kind: 'move', to: 6 })
  expect(to('ArrowUp')).toEqual({ kind: 'move', to: 4 })
  expect(to('PageDown')).toEqual({ kind: 'move', to: 14 })
  expect(to('PageUp')).toEqual({ kind: 'move', to: 0 })
  expect(to('Home')).toEqual({ kind: 'move', to: 0 })
  expect(to('End')).toEqual({ kind: 'move', to: 99 })
})

test('no key leads past either end', () => {
  expect(listAction(press('ArrowUp'), { ...place, active: 0 })).toEqual({ kind: 'move', to: 0 })
  expect(listAction(press('ArrowDown'), { ...place, active: 99 })).toEqual({ kind: 'move', to: 99 })
})

test('Shift with a moving key extends to the same place', () => {
  expect(listAction(press('End', { shiftKey: true }), place)).toEqual({ kind: 'extend', to: 99 })
})

test('Space and Enter mean the row with the cursor, and nothing where there is none', () => {
  expect(listAction(press(' '), place)).toEqual({ kind: 'toggle', at: 5 })
  expect(listAction(press('Enter'), place)).toEqual({ kind: 'open', at: 5 })
  expect(listAction(press(' '), { ...place, active: -1 })).toBe(null)
  expect(listAction(press('Enter'), { ...place, active: -1 })).toBe(null)
})

test('Select all works where the keyboard types another script', () => {
  expect(listAction({ ...press('ф', { ctrlKey: true }), code: 'KeyA' }, place)).toEqual({ kind: 'all' })
  expect(listAction(press('a', { metaKey: true }), place)).toEqual({ kind: 'all' })
})

test('keys of the application pass through, and an empty list has no use for any', () => {
  expect(listAction(press('ArrowDown', { ctrlKey: true }), place)).toBe(null)
  expect(listAction(press('ArrowLeft', { altKey: true }), place)).toBe(null)
  expect(listAction(press('x'), place)).toBe(null)
  expect(listAction(press('End'), { ...place, count: 0 })).toBe(null)
})

test('a range holds both its ends, whichever comes first, and leaves out what is not loaded', () => {
  const keyAt = (index: number) => (index === 3 ? undefined : `row-${index}`)
  expect(keysBetween(2, 4, keyAt)).toEqual(['row-2', 'row-4'])
  expect(keysBetween(4, 2, keyAt)).toEqual(['row-2', 'row-4'])
})
