import { expect, test } from 'vitest'
import { dayBefore, dayOf } from './day-of.ts'

test('the day of publication is the day where it was published, whatever the time is elsewhere', () => {
  expect(dayOf('2026-03-05T00:30:00+02:00')).toBe('2026-03-05')
  expect(dayOf('2026-03-05')).toBe('2026-03-05')
})

test('a publication known to the month or not at all has no day', () => {
  expect(dayOf('2026-03')).toBeNull()
  expect(dayOf(null)).toBeNull()
})

test('the day before goes over months, years and leap days', () => {
  expect(dayBefore('2026-03-05')).toBe('2026-03-04')
  expect(dayBefore('2026-01-01')).toBe('2025-12-31')
  expect(dayBefore('2028-03-01')).toBe('2028-02-29')
})
