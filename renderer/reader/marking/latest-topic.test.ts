import { expect, it } from 'vitest'
import { noLinkDetails } from '#shared/domain/link.ts'
import { latestLink, latestTopicId } from './latest-topic.ts'

const link = (id: string, topicId: string) => ({
  id,
  topicId,
  stance: 'neutral' as const,
  coderId: null,
  ...noLinkDetails,
})

it('takes the youngest link of a quote, however they are ordered', () => {
  expect(latestLink({ links: [link('02', 'b'), link('01', 'a')] })?.topicId).toBe('b')
  expect(latestLink({ links: [] })).toBeUndefined()
})

it('takes the topic of the youngest link of all quotes', () => {
  expect(latestTopicId([{ links: [link('03', 'c')] }, { links: [] }, { links: [link('01', 'a')] }])).toBe('c')
  expect(latestTopicId([])).toBeNull()
})
