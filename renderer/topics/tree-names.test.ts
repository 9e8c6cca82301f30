import { expect, test } from 'vitest'
import type { Topic } from '#shared/domain/topic.ts'
import { countsWithBelow } from './tree-names.ts'

const topic = (id: string, parentId: string | null, quoteCount: number) =>
  ({ id, parentId, quoteCount }) as Topic

test('a topic counts what stands on it and on all topics below it', () => {
  const topics = [
    topic('leaf', 'branch', 3),
    topic('root', null, 1),
    topic('branch', 'root', 0),
    topic('lone', null, 2),
  ]
  expect(Object.fromEntries(countsWithBelow(topics))).toEqual({ root: 4, branch: 3, leaf: 3, lone: 2 })
})
