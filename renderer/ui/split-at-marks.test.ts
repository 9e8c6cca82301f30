import { expect, test } from 'vitest'
import { splitAtMarks } from './split-at-marks.ts'

const show = (text: string, marks: { start: number; end: number }[]) =>
  splitAtMarks(text, marks)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('')

test('marked stretches stand out and the text stays whole', () => {
  expect(show('a share is not a quota', [{ start: 2, end: 7 }])).toBe('a [share] is not a quota')
})

test('marks that overlap, touch or come in any order are one', () => {
  expect(
    show('abcdef', [
      { start: 2, end: 4 },
      { start: 0, end: 3 },
    ]),
  ).toBe('[abcd]ef')
  expect(
    show('abcdef', [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]),
  ).toBe('[abcd]ef')
})

test('a mark past the end or of no length changes nothing that is there', () => {
  expect(
    show('abc', [
      { start: 1, end: 99 },
      { start: 2, end: 2 },
      { start: 50, end: 60 },
    ]),
  ).toBe('a[bc]')
})
