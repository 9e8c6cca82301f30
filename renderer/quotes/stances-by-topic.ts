import type { QuoteLink, Stance } from '#shared/domain/link.ts'

/** The topics of a quote in the order they were linked, each with every stance that its coders see, once. */
export function stancesByTopic(
  links: readonly Pick<QuoteLink, 'topicId' | 'stance'>[],
): { topicId: string; stances: Stance[] }[] {
  const groups = Map.groupBy(links, ({ topicId }) => topicId)
  return [...groups].map(([topicId, ofTopic]) => ({
    topicId,
    stances: [...new Set(ofTopic.map(({ stance }) => stance))],
  }))
}
