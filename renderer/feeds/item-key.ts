import type { FeedItemRef } from '#shared/domain/feed.ts'

/** What an item is known by in a list of items of many feeds. */
export function keyOfItem({ feedId, key }: FeedItemRef): string {
  return `${feedId} ${key}`
}

/** The other way round: the id of a feed has no blank in it. */
export function itemOfKey(itemKey: string): FeedItemRef {
  const at = itemKey.indexOf(' ')
  return { feedId: itemKey.slice(0, at), key: itemKey.slice(at + 1) }
}
