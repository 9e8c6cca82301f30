import { expect, test } from 'vitest'
import type { Topic } from '#shared/domain/topic.ts'
import { topicPaths } from './topic-path.ts'

const topic = (id: string, parentId: string | null, name: string): Topic => ({
  id,
  parentId,
  name,
  aliases: [],
  description: '',
  status: 'open',
  colour: 0,
  position: 0,
  quoteCount: 0,
})

test('a topic is named from its root down, whichever order the list is in', () => {
  const paths = topicPaths([topic('c', 'b', 'Flow'), topic('b', 'a', 'Water'), topic('a', null, 'River')])
  expect(paths.get('c')).toEqual(['River', 'Water', 'Flow'])
  expect(paths.get('a')).toEqual(['River'])
})

test('a circle of parents ends instead of going on for ever', () => {
  const paths = topicPaths([topic('a', 'b', 'A'), topic('b', 'a', 'B')])
  expect(paths.get('a')?.at(-1)).toBe('A')
})
