import type { QuoteLink, Stance } from '#shared/domain/link.ts'

/** A topic of a quote, and what is said of it. */
export interface StancesOnTopic {
  topicId: string
  stances: Stance[]
}

/** The topics of a quote in the order they were linked, each with every stance that its coders see, once. */
export function stancesByTopic(links: readonly Pick<QuoteLink, 'topicId' | 'stance'>[]): StancesOnTopic[] {
  const groups = Map.groupBy(links, ({ topicId }) => topicId)
  return [...groups].map(([topicId, ofTopic]) => ({
    topicId,
    stances: [...new Set(ofTopic.map(({ stance }) => stance))],
  }))
}
