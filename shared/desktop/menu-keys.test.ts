import { expect, test } from 'vitest'
import { acceleratorOf, menuKeys } from './menu-keys.ts'

test('an accelerator is spelled as Electron spells it', () => {
  expect(acceleratorOf('redo')).toBe('CmdOrCtrl+Shift+Z')
  expect(acceleratorOf('back')).toBe('Alt+Left')
  expect(acceleratorOf('goSettings')).toBe('CmdOrCtrl+,')
})

test('a key that is also typed, and a sequence, is no accelerator', () => {
  expect(acceleratorOf('clip')).toBeUndefined()
  expect(acceleratorOf('goInbox')).toBeUndefined()
  expect(acceleratorOf('search')).toBe('CmdOrCtrl+Shift+F')
  expect(acceleratorOf('keys')).toBe('F1')
})

test('no two actions of the menu have one accelerator', () => {
  const accelerators = Object.keys(menuKeys)
    .map((id) => acceleratorOf(id as keyof typeof menuKeys))
    .filter((accelerator) => accelerator !== undefined)
  expect(new Set(accelerators).size).toBe(accelerators.length)
})
