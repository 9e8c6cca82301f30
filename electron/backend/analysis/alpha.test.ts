import { expect, test } from 'vitest'
import { krippendorffAlpha } from './alpha.ts'

/** Rows of coders as published, `*` for a value that is missing, turned into units. */
function unitsOf(...coders: string[]): Array<Array<string | null>> {
  const rows = coders.map((row) => row.split(' ').map((value) => (value === '*' ? null : value)))
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null))
}

test('Two coders with two values: the example of section A, alpha 0.095', () => {
  const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')
  expect(krippendorffAlpha(units)).toBeCloseTo(0.095, 3)
})

test('Two coders with five values: the example of section B, alpha 0.692', () => {
  const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d')
  expect(krippendorffAlpha(units)).toBeCloseTo(0.692, 3)
})

test('Four coders with values missing: the example of section C, alpha 0.743', () => {
  const units = unitsOf(
    '1 2 3 3 2 1 4 1 2 * * *',
    '1 2 3 3 2 2 4 1 2 5 * 3',
    '* 3 3 3 2 3 4 2 2 5 1 *',
    '1 2 3 3 2 4 4 1 2 5 1 *',
  )
  expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3)
})

test('Nothing to compare has no alpha, and one value alone is full agreement', () => {
  expect(krippendorffAlpha([['a', null], [null]])).toBeNull()
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['a', 'a', null],
    ]),
  ).toBe(1)
})
