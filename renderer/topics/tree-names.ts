import type { Topic } from '#shared/domain/topic.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { flattenTree } from '../ui/tree/flatten.ts'

/** `name`, or `name 2`, `name 3`… where a sibling has it. */
export function freeName(name: string, topics: readonly Topic[], parentId: string | null): string {
  const taken = new Set(
    topics.filter((topic) => topic.parentId === parentId).map((topic) => foldText(topic.name)),
  )
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`
    if (!taken.has(foldText(candidate))) return candidate
  }
}

/** The topics found with all that stand above them, in the order of `topics`. */
export function withAncestors(found: readonly Topic[], topics: readonly Topic[]): Topic[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const kept = new Set<string>()
  for (const topic of found) {
    for (let at: Topic | undefined = topic; at !== undefined && !kept.has(at.id); ) {
      kept.add(at.id)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
  }
  return topics.filter((topic) => kept.has(topic.id))
}

/** How many links to quotes each topic has together with all topics below it, by id. */
export function countsWithBelow(topics: readonly Topic[]): Map<string, number> {
  const below = Map.groupBy(topics, ({ parentId }) => parentId)
  const counts = new Map<string, number>()
  const count = ({ id, quoteCount }: Topic): number => {
    const all = (below.get(id) ?? []).reduce((sum, topic) => sum + count(topic), quoteCount)
    counts.set(id, all)
    return all
  }
  for (const root of below.get(null) ?? []) count(root)
  return counts
}

/** The topics that one stands below, from the root down. */
export function ancestorsOf(topic: Topic, topics: readonly Topic[]): Topic[] {
  const byId = new Map(topics.map((one) => [one.id, one]))
  const found: Topic[] = []
  for (let id = topic.parentId; id !== null; ) {
    const parent = byId.get(id)
    if (parent === undefined || found.includes(parent)) break
    found.unshift(parent)
    id = parent.parentId
  }
  return found
}

/** Every topic as the open tree shows them, from the top down. */
export function inTreeOrder(topics: readonly Topic[]): Topic[] {
  return flattenTree(topics, new Set(topics.map(({ id }) => id))).map(({ node }) => node)
}

/** Every topic but this one and those below it, as the open tree shows them: what it can be merged into. */
export function outsideOf(topic: Topic, topics: readonly Topic[]): Topic[] {
  const inside = new Set([topic.id])
  return inTreeOrder(topics).filter(({ id, parentId }) => {
    if (parentId !== null && inside.has(parentId)) inside.add(id)
    return !inside.has(id)
  })
}
