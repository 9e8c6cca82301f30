import { expect, it } from 'vitest'
import { wordsToFind } from './words-to-find.ts'

it('takes the longest word of a passage, which a rewriting is likeliest to have kept', () => {
  expect(wordsToFind('We will not sign a guarantee, he said.')).toBe('guarantee')
  expect(wordsToFind('Ми не підпишемо жодних гарантій')).toBe('підпишемо')
  expect(wordsToFind('…')).toBe('')
})
