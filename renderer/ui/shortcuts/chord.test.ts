import { expect, test } from 'vitest'
import { ariaChord, type KeyPress, keyCaps, matchesChord, parseChords } from './chord.ts'

function press(key: string, rest: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...rest }
}

/** Whether a press is the one chord written. */
function is(chord: string, pressed: KeyPress, apple = false): boolean {
  const [only] = parseChords(chord)
  return only !== undefined && matchesChord(only, pressed, apple)
}

test('Mod is Control, or Command on Apple machines, and never both or the other', () => {
  expect(is('Mod+K', press('k', { ctrlKey: true }))).toBe(true)
  expect(is('Mod+K', press('k', { metaKey: true }))).toBe(false)
  expect(is('Mod+K', press('k', { metaKey: true }), true)).toBe(true)
  expect(is('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false)
  expect(is('Mod+K', press('k', { ctrlKey: true, metaKey: true }))).toBe(false)
})

test('a letter is meant without Shift unless Shift is named', () => {
  expect(is('n', press('n'))).toBe(true)
  expect(is('n', press('N', { shiftKey: true }))).toBe(false)
  expect(is('Shift+N', press('N', { shiftKey: true }))).toBe(true)
})

test('a character that says by itself how it is typed needs no word about Shift', () => {
  expect(is('?', press('?', { shiftKey: true }))).toBe(true)
  expect(is('?', press('?'))).toBe(true)
})

test('on a keyboard of another script the place of the key counts, so the same fingers do the same', () => {
  expect(is('q', press('й', { code: 'KeyQ' }))).toBe(true)
  expect(is('Mod+Z', press('я', { code: 'KeyZ', ctrlKey: true }))).toBe(true)
  expect(is('/', press('.', { code: 'Slash' }))).toBe(false)
})

test('on a French keyboard the letter counts, not the place', () => {
  expect(is('q', press('a', { code: 'KeyQ' }))).toBe(false)
  expect(is('a', press('a', { code: 'KeyQ' }))).toBe(true)
})

test('a chord needs one key, and only one', () => {
  expect(() => parseChords('Mod+')).toThrow(RangeError)
  expect(() => parseChords('a+b')).toThrow(RangeError)
  expect(parseChords('g l')).toHaveLength(2)
  expect(is('Mod++', press('+', { ctrlKey: true }))).toBe(true)
})

test('keys are drawn and spoken as the machine calls them', () => {
  expect(keyCaps('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z'])
  expect(keyCaps('g l', false)).toEqual(['G', 'L'])
  expect(ariaChord('Mod+K', false)).toBe('Control+K')
  expect(ariaChord('g l', false)).toBe('')
})
