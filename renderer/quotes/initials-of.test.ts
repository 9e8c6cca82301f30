import { expect, test } from 'vitest'
import { initialsOf } from './initials-of.ts'

test('initials are the first letters of the first and the last word, in any script', () => {
  expect(initialsOf('Olena Ivanivna Koval')).toBe('OK')
  expect(initialsOf('олена  коваль')).toBe('ОК')
  expect(initialsOf('mira')).toBe('M')
  expect(initialsOf('𝒜da')).toBe('𝒜')
  expect(initialsOf(' ')).toBe('')
})
