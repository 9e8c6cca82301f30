import type { Topic } from '#shared/domain/topic.ts'

/** A topic's names from the root down, by topic id; computed once for a whole list. */
export function topicPaths(topics: readonly Topic[]): Map<string, string[]> {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const paths = new Map<string, string[]>()
  const pathOf = (id: string): string[] => {
    const known = paths.get(id)
    if (known !== undefined) return known
    const topic = byId.get(id)
    if (topic === undefined) return []
    // Set before the parent is asked, so that a circle in a damaged notebook ends.
    paths.set(id, [topic.name])
    const path = topic.parentId === null ? [topic.name] : [...pathOf(topic.parentId), topic.name]
    paths.set(id, path)
    return path
  }
  for (const topic of topics) pathOf(topic.id)
  return paths
}
