import { expect, test } from 'vitest'
import { isAccepted, thirdPartyText } from './licences.ts'
import type { ShippedPackage } from './shipped-packages.ts'

function packageOf(given: Partial<ShippedPackage>): ShippedPackage {
  return { name: 'one', version: '1.0.0', licence: 'MIT', author: 'Ada Ferris', texts: [], ...given }
}

test('a licence is accepted where one side of a choice is, or all that applies together', () => {
  expect(isAccepted('MIT')).toBe(true)
  expect(isAccepted('(MIT OR GPL-2.0-only)')).toBe(true)
  expect(isAccepted('(MIT AND Zlib)')).toBe(true)
})

test('a licence that nobody has looked at is refused, and so is none', () => {
  expect(isAccepted('')).toBe(false)
  expect(isAccepted('UNLICENSED')).toBe(false)
  expect(isAccepted('MIT AND SSPL-1.0')).toBe(false)
})

test('packages with the same text share it, each by its name and version', () => {
  const text = thirdPartyText([
    packageOf({ texts: ['The text.'] }),
    packageOf({ name: 'two', version: '2.0.0', texts: ['The text.'] }),
  ])
  expect(text).toContain('one 1.0.0 (MIT)\ntwo 2.0.0 (MIT)\n')
  expect(text.match(/The text\./g)).toHaveLength(1)
})

test('a package without a text gets that of its licence, with its author; without either, it is refused', () => {
  expect(thirdPartyText([packageOf({})])).toMatch(
    /Copyright \(c\) Ada Ferris\n\nPermission is hereby granted/,
  )
  expect(() => thirdPartyText([packageOf({ licence: 'MPL-2.0' })])).toThrow(/without the text/)
})
