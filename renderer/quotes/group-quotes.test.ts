import { expect, test } from 'vitest'
import { noLinkDetails } from '#shared/domain/link.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { groupBySpeaker, groupByTopic } from './group-quotes.ts'

const quote = (id: string, facts: Partial<QuoteRow>) =>
  ({ id, speakerId: null, saidOn: null, publishedAt: null, links: [], ...facts }) as unknown as QuoteRow

test('speakers with most quotes come first, and words of nobody named come last', () => {
  const groups = groupBySpeaker([
    quote('1', {}),
    quote('2', {}),
    quote('3', {}),
    quote('4', { speakerId: 'envoy' }),
    quote('5', { speakerId: 'president', saidOn: '2026-09' }),
    quote('6', { speakerId: 'president', saidOn: '2026-10-02' }),
  ])
  expect(groups.map((group) => group.speakerId)).toEqual(['president', 'envoy', null])
  expect(groups[0]?.quotes.map(({ id }) => id)).toEqual(['6', '5'])
})

test('a quote without a said-on date is placed by the day its article was published', () => {
  const [group] = groupBySpeaker([
    quote('early', { saidOn: '2026-09-01' }),
    quote('late', { publishedAt: '2026-09-03T10:00:00Z' }),
  ])
  expect(group?.quotes.map(({ id }) => id)).toEqual(['late', 'early'])
})

test('a quote linked to two topics stands in both, one without a topic in a group of its own', () => {
  const link = (topicId: string) => ({
    id: topicId,
    topicId,
    stance: 'neutral' as const,
    coderId: null,
    ...noLinkDetails,
  })
  const both = quote('both', { links: [link('a'), link('b')] })
  const none = quote('none', {})
  expect(groupByTopic([both, none], ['a', 'b', 'c'])).toEqual([
    { topicId: 'a', quotes: [both] },
    { topicId: 'b', quotes: [both] },
    { topicId: null, quotes: [none] },
  ])
})
