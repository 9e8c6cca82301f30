import { expect, test } from 'vitest'
import { compareWords } from './compare-words.ts'
import { likeFrom } from './suggest-utterances.ts'
import { otherPairs, samePairs } from './utterance-pairs.fixture.ts'

test('Of labelled pairs nine in ten that are suggested are the same words, and four in five that are the same are suggested', () => {
  const isSuggested = ({ one, other }: (typeof samePairs)[number]) =>
    (compareWords(one, other)?.score ?? 0) >= likeFrom
  const found = samePairs.filter(isSuggested).length
  const wrong = otherPairs.filter(isSuggested)
  expect(found / (found + wrong.length)).toBeGreaterThanOrEqual(0.9)
  expect(found / samePairs.length).toBeGreaterThanOrEqual(0.8)
})

test('Another number and a denial are never taken for other wording', () => {
  const suggested = otherPairs.filter(
    ({ how, one, other }) =>
      (how === 'other number' || how === 'other sign') && (compareWords(one, other)?.score ?? 0) >= likeFrom,
  )
  expect(suggested).toEqual([])
})
