import type { QuoteLink } from '#shared/domain/link.ts'

/**
 * The topics that a quote may be coded on, each once: what was picked for it or is coded throughout, what it has, what is
 * suggested. `preferred` holds the picked topic, the one of the filter and the one coded last; the last of these counts only
 * where nothing else speaks for a topic, so it comes at the end.
 */
export function candidateTopics(
  links: readonly Pick<QuoteLink, 'topicId'>[],
  suggested: readonly string[],
  [picked, filtered, latest]: readonly [string | null, string | null, string | null],
  isThere: (topicId: string) => boolean,
): string[] {
  const all = [filtered, ...links.map(({ topicId }) => topicId), ...suggested, picked, latest]
  return [...new Set(all)].filter((topicId): topicId is string => topicId !== null && isThere(topicId))
}
