import type { FeedItemRef, OpmlRead } from '#shared/domain/feed.ts'
import { readOpml } from '../feeds/opml.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { addFeed, dismissItems, feedAt } from '../store/feeds.ts'

// These stand apart from the other answers, for the thread in which a large change is made.

/** What takes longer to read than to subscribe to: folders, and what is no feed. */
const charactersARow = 500

/** Subscribes to the feeds of a list as one step. */
export const importOpml = {
  rows: (_db: Readable, { text }: { text: string }): number =>
    Math.max(text.split(/\bxmlUrl\s*=/i).length - 1, Math.ceil(text.length / charactersARow)),
  work: (db: Writable, { text }: { text: string }): OpmlRead => {
    const { subscriptions, refused } = readOpml(text)
    const distinct = new Map(subscriptions.map((one) => [one.url, one]))
    const isNew = [...distinct.values()].filter(({ url }) => feedAt(db, url) === null)
    for (const subscription of isNew) addFeed(db, subscription)
    return { added: isNew.length, known: subscriptions.length - isNew.length, refused }
  },
}

/** Takes items out of the tray as one step. */
export const dismiss = {
  rows: (_db: Readable, { items }: { items: readonly FeedItemRef[] }): number => items.length,
  work: (db: Writable, { items }: { items: readonly FeedItemRef[] }): void => dismissItems(db, items),
}
