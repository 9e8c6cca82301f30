import { expect, test } from 'vitest'
import type { Topic } from '#shared/domain/topic.ts'
import {
  analysisFilter,
  countParts,
  noFilter,
  readFilter,
  type ViewFilter,
  writeFilter,
} from './view-filter.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const topic = (n: number, parent: number | null): Topic => ({
  id: id(n),
  parentId: parent === null ? null : id(parent),
  name: `Topic ${n}`,
  aliases: [],
  description: '',
  status: 'open',
  colour: 0,
  position: n,
  quoteCount: 0,
})

function addressOf(filter: ViewFilter): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(writeFilter(filter)))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) params.append(name, one)
  return params
}

test('a filter comes back from the address as it was', () => {
  const filter: ViewFilter = {
    from: '2026-03',
    until: '2026-04-05',
    outlets: ['Le Fleuve & Cie', 'Голос долини', ''],
    langs: ['uk'],
    coderIds: [id(7)],
    topicId: id(1),
  }
  expect(readFilter(addressOf(filter))).toEqual(filter)
  expect(readFilter(addressOf(noFilter))).toEqual(noFilter)
  expect([countParts(filter), countParts(noFilter)]).toEqual([5, 0])
})

test('what an address cannot mean is left out', () => {
  const params = new URLSearchParams('from=2026-02-31&until=soon&coder=me&topic=water')
  expect(readFilter(params)).toEqual(noFilter)
})

test('a topic of the filter stands for all topics below it', () => {
  const topics = [topic(1, null), topic(2, 1), topic(3, 2), topic(4, null)]
  const ids = (topicId: string) => analysisFilter({ ...noFilter, topicId }, topics).topicIds
  expect(ids(id(1))).toEqual([id(1), id(2), id(3)])
  expect(ids(id(4))).toEqual([id(4)])
  expect(analysisFilter(noFilter, topics)).toEqual({})
})
