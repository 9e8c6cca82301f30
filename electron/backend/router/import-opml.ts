import type { OpmlRead } from '#shared/domain/feed.ts'
import { readOpml } from '../feeds/opml.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { addFeed, feedAt } from '../store/feeds.ts'

/** What takes longer to read than to subscribe to: folders, and what is no feed. */
const charactersARow = 500

/** Subscribes to the feeds of a list as one step. It stands apart, so that a long list is read where nobody waits for it. */
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
