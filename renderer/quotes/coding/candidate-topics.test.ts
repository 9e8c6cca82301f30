import { expect, test } from 'vitest'
import { candidateTopics } from './candidate-topics.ts'

const everything = () => true

test('topics come in the order of what speaks for them, each once', () => {
  expect(
    candidateTopics(
      [{ topicId: 'ice' }, { topicId: 'ferry' }],
      ['fare', 'ice'],
      [null, null, 'quay'],
      everything,
    ),
  ).toEqual(['ice', 'ferry', 'fare', 'quay'])
  expect(candidateTopics([{ topicId: 'ice' }], [], ['ice', 'ferry', 'ferry'], everything)).toEqual([
    'ferry',
    'ice',
  ])
})

test('a topic that is not there any more is no candidate', () => {
  expect(candidateTopics([], [], [null, null, 'gone'], (id) => id !== 'gone')).toEqual([])
})
