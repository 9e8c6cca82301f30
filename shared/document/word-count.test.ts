import { expect, test } from 'vitest'
import { readingMinutes, wordCount } from './word-count.ts'

test.each([
  ['', 0],
  ['— … !', 0],
  ['Two words', 2],
  ['п’ять слів і ще три', 5],
  ["don't re-open 3.5 chapters", 4],
  ['שלום עולם', 2],
  ['مُحَمَّد قال', 2],
  ['e\u0301te\u0301 d’été', 2],
  ['停火协议', 4],
  ['GDP增长', 3],
  ['สวัสดีครับ', 2],
  ['हिन्दी भाषा', 2],
])('counts the words of %j as %i', (text, expected) => {
  expect(wordCount(text)).toBe(expected)
})

test('counts two hundred thousand words, and one endless word, in under a second', () => {
  const started = performance.now()
  expect(wordCount('переговори тривають '.repeat(100_000))).toBe(200_000)
  expect(wordCount('a'.repeat(2_000_000))).toBe(1)
  expect(performance.now() - started).toBeLessThan(1000)
})

test('reading takes at least a minute, and Chinese is counted in characters', () => {
  expect(readingMinutes(0)).toBe(1)
  expect(readingMinutes(2300)).toBe(10)
  expect(readingMinutes(4000, 'zh-Hant')).toBe(10)
})
