import { expect, test } from 'vitest'
import { formatLocale } from './format-locale.ts'

test('dates follow the system’s form of the interface’s language', () => {
  expect(formatLocale('en', ['en-GB', 'en'])).toBe('en-GB')
  expect(formatLocale('uk', ['en-US', 'uk-UA'])).toBe('uk-UA')
})

test('where the system speaks another language, the interface’s language decides alone', () => {
  expect(formatLocale('uk', ['en-US', 'fr'])).toBe('uk')
  expect(formatLocale('en', [])).toBe('en')
})
