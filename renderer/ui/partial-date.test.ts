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

test('a month may be written out in any of the five languages, before the day or after it, whole or cut', () => {
  expect(read('7 Jan 2026')).toBe('2026-01-07')
  expect(read('January 7, 2026')).toBe('2026-01-07')
  expect(read('Sept. 2026')).toBe('2026-09')
  expect(read('7 січня 2026 р.')).toBe('2026-01-07')
  expect(read('лютий 2026')).toBe('2026-02')
  expect(read('3 мая 2026 г.')).toBe('2026-05-03')
  expect(read('1er août 2026')).toBe('2026-08-01')
  expect(read('5. März 2026')).toBe('2026-03-05')
  expect(read('31 April 2026')).toBe('impossible')
})

test('every date is read as it is shown', () => {
  for (const locale of ['en-GB', 'en-US', 'uk', 'ru', 'fr', 'de'])
    for (let month = 1; month <= 12; month++)
      for (const form of ['long', 'short'] as const)
        for (const day of ['', '-05']) {
          const value = `2026-${String(month).padStart(2, '0')}${day}`
          expect(read(formatPartialDate(value, locale, form))).toBe(value)
        }
})

test('a word that may be two months, or none, is no date', () => {
  expect(read('3 jui 2026')).toBe('unreadable')
  expect(read('3 sometime 2026')).toBe('unreadable')
  expect(read('3 March 4, 2026')).toBe('unreadable')
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
