import { expect, test } from 'vitest'
import type { QuoteSuggestion } from '#shared/domain/suggestion.ts'
import { groupSuggestions, proposalBeside, proposalFrom, startOf } from './group-suggestions.ts'

function found(
  start: number,
  end: number,
  group: string,
  more: Partial<QuoteSuggestion> = {},
): QuoteSuggestion {
  return {
    start,
    end,
    exact: '',
    group,
    kind: 'direct',
    speaker: null,
    speakerId: null,
    mention: null,
    cue: null,
    confidence: 0.9,
    rule: 'said-after',
    ...more,
  }
}

const split = [found(10, 20, 'q1', { speaker: 'Ilse Maren' }), found(40, 44, 'q2'), found(30, 36, 'q1')]
const places = (suggestions: readonly QuoteSuggestion[], rejected: readonly string[] = []) =>
  groupSuggestions(suggestions, new Set(rejected)).map(({ passages }) => passages)

test('The passages of one utterance are one proposal, in the order of the text', () => {
  expect(places(split)).toEqual([
    [
      { start: 10, end: 20 },
      { start: 30, end: 36 },
    ],
    [{ start: 40, end: 44 }],
  ])
  expect(groupSuggestions(split, new Set())[0]).toMatchObject({ key: '10-20 30-36', speaker: 'Ilse Maren' })
})

test('Reported speech stays apart from what is quoted inside it', () => {
  const inside = [found(5, 60, 'q1', { kind: 'indirect' }), found(20, 30, 'q1', { kind: 'partial' })]
  expect(places(inside)).toEqual([[{ start: 5, end: 60 }], [{ start: 20, end: 30 }]])
})

test('What was rejected is left out, be it a whole utterance or the part of one', () => {
  expect(places(split, ['40-44', '30-36'])).toEqual([[{ start: 10, end: 20 }]])
})

test('Stepping goes round at both ends', () => {
  const proposals = groupSuggestions(split, new Set())
  const at = (one: ReturnType<typeof proposalFrom>) => (one === undefined ? null : startOf(one))
  expect(at(proposalFrom(proposals, 0))).toBe(10)
  expect(at(proposalFrom(proposals, 11))).toBe(40)
  expect(at(proposalFrom(proposals, 99))).toBe(10)
  expect(at(proposalBeside(proposals, 10, 1))).toBe(40)
  expect(at(proposalBeside(proposals, 40, 1))).toBe(10)
  expect(at(proposalBeside(proposals, 10, -1))).toBe(40)
  expect(at(proposalFrom([], 0))).toBe(null)
})
