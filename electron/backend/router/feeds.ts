import { findFeed } from '../feeds/find-feed.ts'
import { writeOpml } from '../feeds/opml.ts'
import { refreshFeeds } from '../feeds/refresh-feeds.ts'
import {
  addFeed,
  addressesOf,
  feedAt,
  keepFetched,
  listFeeds,
  renameFeed,
  takeBackItems,
  waitingItems,
  waitingRefs,
} from '../store/feeds.ts'
import { moveToTrash } from '../store/trash.ts'
import type { HandlersOf } from './handler.ts'
import { dismiss, importOpml } from './large-feed-changes.ts'

export const feed: HandlersOf<'feed'> = {
  list: (db) => listFeeds(db),
  items: (db, request) => waitingItems(db, request),
  itemRefs: (db, request) => waitingRefs(db, request),
  addresses: (db, { items }) => addressesOf(db, items),
  add: {
    prepare: async (session, { url, taskId }, signal) => {
      const found = await session.tasks.run(taskId, signal, (controls) =>
        findFeed(url, { ...session.fetching, signal: controls.signal }),
      )
      return (db) => {
        const known = feedAt(db, found.url)
        if (known !== null) return { ...known, isNew: false }
        const { title, siteUrl, items } = found.feed
        const id = addFeed(db, { url: found.url, title, siteUrl })
        keepFetched(db, id, { state: found.state, items })
        return { id, title, isNew: true }
      }
    },
  },
  rename: (db, { id, title }) => renameFeed(db, id, title),
  trash: (db, { ids }) => moveToTrash(db, 'feed', ids),
  dismiss,
  takeBack: (db, { items }) => takeBackItems(db, items),
  refresh: ({ notebook, fetching, tasks }, { feedIds, taskId }, signal) =>
    tasks.run(taskId, signal, (controls) => refreshFeeds(notebook, fetching, feedIds, controls)),
  importOpml,
  exportOpml: (db) => ({ text: writeOpml(listFeeds(db)) }),
}
