import { describe, expect, test } from 'vitest'
import { dateInUrl, parsePublicationTime } from './publication-time.ts'

const now = new Date('2026-03-10T12:00:00Z')
const read = (text: string, monthFirst = false) => parsePublicationTime(text, now, monthFirst)?.value

describe('reading a publication time', () => {
  test.each([
    ['2026-03-05T18:42:00+01:00', '2026-03-05T18:42:00+01:00'],
    ['2026-03-05T18:42:00.123Z', '2026-03-05T18:42:00Z'],
    ['2026-03-05T18:42:00+0200', '2026-03-05T18:42:00+02:00'],
    ['2026-03-05 18:42', '2026-03-05T18:42:00'],
    ['2026-03-05', '2026-03-05'],
    ['2026-03', '2026-03'],
    ['20260305', '2026-03-05'],
    ['20260305T184200Z', '2026-03-05T18:42:00Z'],
    ['1772700000', '2026-03-05T08:40:00Z'],
    ['1772700000000', '2026-03-05T08:40:00Z'],
    ['Thu, 05 Mar 2026 18:42:00 GMT', '2026-03-05T18:42:00Z'],
    ['Thu Mar 05 2026 18:42:00 GMT+0100', '2026-03-05T18:42:00+01:00'],
    ['Published: March 5, 2026 at 6:42 p.m.', '2026-03-05T18:42:00'],
    ['5 березня 2026, 18:42', '2026-03-05T18:42:00'],
    ['5 марта 2026 г.', '2026-03-05'],
    ['le 5 mars 2026 à 18h42', '2026-03-05T18:42:00'],
    ['5. März 2026, 18.42 Uhr', '2026-03-05T18:42:00'],
    ['5 de marzo de 2026', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['05.03.2026 18:42', '2026-03-05T18:42:00'],
    ['05/03/2026', '2026-03-05'],
    ['02/25/2026', '2026-02-25'],
  ])('%s is %s', (written, expected) => {
    expect(read(written)).toBe(expected)
  })

  test('slashes are read month first only where the page is American', () => {
    expect(read('02/03/2026', true)).toBe('2026-02-03')
    expect(read('02.03.2026', true)).toBe('2026-03-02')
  })

  test.each([
    '',
    'yesterday',
    '1744-05-01',
    '1989-12-31',
    '2026-03-14',
    '2031-01-01',
    '2026-02-30',
    '2026-13-01',
    '31.11.2025',
    '42',
  ])('what is no plausible date stays unknown: %j', (written) => {
    expect(read(written)).toBeUndefined()
  })

  test('says how precise it is', () => {
    expect(parsePublicationTime('2026-03', now)?.precision).toBe('month')
    expect(parsePublicationTime('2026-03-05T18:42Z', now)?.precision).toBe('minute')
    expect(parsePublicationTime('5 March 2026', now)?.precision).toBe('day')
  })
})

test('a date is found in the path of an address, and a number that is none is not', () => {
  const inUrl = (address: string) => dateInUrl(new URL(address), now)?.value
  expect(inUrl('https://example.org/world/2026/03/05/talks.html')).toBe('2026-03-05')
  expect(inUrl('https://example.org/talks-2026-03-05')).toBe('2026-03-05')
  expect(inUrl('https://example.org/20260305-talks')).toBe('2026-03-05')
  expect(inUrl('https://example.org/story/20269905')).toBeUndefined()
  expect(inUrl('https://example.org/3000000218734/talks')).toBeUndefined()
})
