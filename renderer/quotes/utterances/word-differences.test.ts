import { expect, test } from 'vitest'
import { wordDifferences } from './word-differences.ts'

const marked = (text: string, other: string) =>
  wordDifferences(text, other)
    .map((stretch) => (stretch.isShared ? stretch.text : `[${stretch.text}]`))
    .join('')

test('words that the other text lacks are told apart from those it has in the same order', () => {
  expect(marked('We will never pay for the ice.', 'we will pay for ice')).toBe(
    'We will[ never] pay for[ the] ice.',
  )
  expect(marked('we will pay for ice', 'We will never pay for the ice.')).toBe('we will pay for ice')
  expect(marked('Ми ніколи не платитимемо', 'Ми не платитимемо')).toBe('Ми[ ніколи] не платитимемо')
})

test('the stretches put together are the text, with all its blanks', () => {
  for (const [text, other] of [
    ['  a  b\n\nc ', 'b'],
    ['', 'b'],
    ['— «так» — ', 'так'],
    ['x', ''],
  ] as const) {
    expect(
      wordDifferences(text, other)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text)
  }
})

test('texts too long to be compared are not marked at all', () => {
  const long = 'word '.repeat(700)
  expect(wordDifferences(long, 'other')).toEqual([{ text: long, isShared: true }])
})
