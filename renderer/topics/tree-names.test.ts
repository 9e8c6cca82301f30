import { expect, test } from 'vitest'
import type { Topic } from '#shared/domain/topic.ts'
import { countsWithBelow, outsideOf } from './tree-names.ts'

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

test('what a topic can be merged into is everything but itself and what is below it', () => {
  const topics = [
    topic('leaf', 'branch', 0),
    topic('branch', 'root', 0),
    topic('root', null, 0),
    topic('lone', null, 0),
  ]
  const outside = (id: string) => outsideOf(topic(id, null, 0), topics).map((one) => one.id)
  expect(outside('root')).toEqual(['lone'])
  expect(outside('branch').toSorted()).toEqual(['lone', 'root'])
})
