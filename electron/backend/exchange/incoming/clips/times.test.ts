import { describe, expect, test } from 'vitest'
import { momentOf, publishedOf } from './times.ts'

describe('a moment of another program', () => {
  test.each([
    ['seconds', '1772541000', '2026-03-03T12:30:00.000Z'],
    ['milliseconds', 1_772_541_000_500, '2026-03-03T12:30:00.500Z'],
    ['microseconds', 1_772_541_000_500_000, '2026-03-03T12:30:00.500Z'],
    ['a zone with a space before the time', '2026-03-03 14:30:00+02:00', '2026-03-03T12:30:00.000Z'],
    ['no zone, which is taken for UTC', '2026-03-03 12:30:00', '2026-03-03T12:30:00.000Z'],
    ['UTC in letters', '2026-03-03 12:30:00 UTC', '2026-03-03T12:30:00.000Z'],
    ['milliseconds in figures', '2026-03-03T12:30:00.123Z', '2026-03-03T12:30:00.123Z'],
    ['a day in words', 'March 3, 2026 12:30 PM', '2026-03-03T12:30:00.000Z'],
    ['a day alone', '2026-03-03', '2026-03-03T00:00:00.000Z'],
  ])('is read from %s', (_, written, moment) => {
    expect(momentOf(written)).toBe(moment)
  })

  test.each([
    '',
    undefined,
    null,
    0,
    '0',
    '-1',
    'soon',
    '1744-01-01',
    '9999-01-01T00:00:00Z',
    '99999999999999999999',
  ])('is not known from %s', (written) => {
    expect(momentOf(written)).toBeUndefined()
  })
})

describe('a publication time of another program', () => {
  test.each([
    ['2026', '2026'],
    ['1968-05', '1968-05'],
    ['2026-00-00 2026', '2026'],
    ['2026-03-00 March 2026', '2026-03'],
    ['2026-03-05T14:30:00+02:00', '2026-03-05T14:30:00+02:00'],
    ['5 березня 2026', '2026-03-05'],
  ])('is as exact as %s', (written, published) => {
    expect(publishedOf(written)).toBe(published)
  })

  test.each(['', '2026-02-30', 'n.d.', undefined])('is not known from %s', (written) => {
    expect(publishedOf(written)).toBeUndefined()
  })
})
