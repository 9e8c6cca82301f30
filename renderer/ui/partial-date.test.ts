import { expect, test } from 'vitest'
import { formatPartialDate, readPartialDate } from './partial-date.ts'

const read = (text: string) => {
  const reading = readPartialDate(text)
  return reading.kind === 'date' ? reading.value : reading.kind
}

test('a date is read as exact as it was typed', () => {
  expect(read('2026')).toBe('2026')
  expect(read('2026-3')).toBe('2026-03')
  expect(read('2026 3 5')).toBe('2026-03-05')
  expect(read(' 2026/03/05 ')).toBe('2026-03-05')
})

test('with the year last, the day comes first, and is never guessed to be the month', () => {
  expect(read('5.3.2026')).toBe('2026-03-05')
  expect(read('03/2026')).toBe('2026-03')
  expect(read('3/25/2026')).toBe('impossible')
})

test('what is no date is said to be none, and a day that does not exist is refused', () => {
  expect(read('')).toBe('empty')
  expect(read('yesterday')).toBe('unreadable')
  expect(read('5.3.26')).toBe('unreadable')
  expect(read('2026-02-29')).toBe('impossible')
  expect(read('2028-02-29')).toBe('2028-02-29')
  expect(read('0312')).toBe('impossible')
})

test('a date is written no more exactly than it is known', () => {
  expect(formatPartialDate('2026', 'en-GB')).toBe('2026')
  expect(formatPartialDate('2026-03', 'en-GB')).toBe('March 2026')
  expect(formatPartialDate('2026-03-05', 'en-GB')).toBe('5 March 2026')
  expect(formatPartialDate('2026-03-05', 'uk')).toContain('березня')
})
