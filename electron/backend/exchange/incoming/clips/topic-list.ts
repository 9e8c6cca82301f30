import type { BundledLink, BundledTopic } from '../bundle.ts'
import { lineOf } from './words.ts'

/** Topics as they are met, each name once below its parent whatever its case. */
export interface TopicList {
  readonly topics: BundledTopic[]
  /** The key of that topic, which is made where it is new; undefined where the name is empty. */
  keyOf(name: string, parentKey?: string): string | undefined
  get(key: string | undefined): BundledTopic | undefined
  /** The tags of a quote, as links that take no side. */
  linksTo(tags: readonly string[], quoteKey: string): BundledLink[]
}

const longestName = 200

export function createTopicList(): TopicList {
  const topics: BundledTopic[] = []
  const keys = new Map<string, string>()
  const byKey = new Map<string, BundledTopic>()
  const keyOf: TopicList['keyOf'] = (written, parentKey) => {
    const name = lineOf(written.normalize('NFC'), longestName)
    if (name === undefined) return undefined
    const place = JSON.stringify([parentKey ?? null, name.toLowerCase()])
    const known = keys.get(place)
    if (known !== undefined) return known
    const key = `topic-${topics.length + 1}`
    keys.set(place, key)
    const topic = { key, name, ...(parentKey === undefined ? {} : { parentKey }) }
    topics.push(topic)
    byKey.set(key, topic)
    return key
  }
  return {
    topics,
    keyOf,
    get: (key) => (key === undefined ? undefined : byKey.get(key)),
    linksTo: (tags, quoteKey) =>
      [...new Set(tags.flatMap((tag) => keyOf(tag) ?? []))].map((topicKey) => ({
        key: `${quoteKey} ${topicKey}`,
        topicKey,
        stance: 'neutral' as const,
      })),
  }
}
