import type { Feed, FeedItem, FeedItemRef } from '#shared/domain/feed.ts'
import type { ErrorData } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, insertRow, newRow, timestamp, updateRow } from './rows.ts'

/** An item as it was read from its feed. */
export interface ReadItem {
  key: string
  /** Absolute, without tracking parameters. */
  url: string
  /** What articles are known by. */
  urlKey: string | null
  title: string
  summary: string
  publishedAt: string | null
}

/** How a feed was last had, to ask for it only where it has changed since. */
export interface FeedState {
  etag: string | null
  lastModified: string | null
}

/** So many items of one feed are kept at most, the latest. */
const itemsAtMost = 500

/** When an item came out, in whatever zone its feed says so; a date that SQLite cannot read counts as when it was seen. */
const moment = 'coalesce(julianday(i.published_at), julianday(i.first_seen_at))'

/** Neither dismissed nor in the notebook, by its address. */
const isWaiting = `NOT EXISTS (SELECT 1 FROM dismissal d WHERE d.feed_id = i.feed_id AND d.key = i.key AND d.deleted_at IS NULL)
  AND NOT EXISTS (SELECT 1 FROM article a WHERE a.url_key = i.url_key AND a.deleted_at IS NULL)`

/** Every subscription, by its title. */
export function listFeeds(db: Readable): Feed[] {
  return db
    .all<Omit<Feed, 'problem'> & { problem: string | null }>(
      `SELECT f.id, f.url, f.title, f.site_url AS siteUrl, s.fetched_at AS fetchedAt, s.problem,
         (SELECT count(*) FROM fetched_item i WHERE i.feed_id = f.id AND ${isWaiting}) AS waiting
       FROM feed f LEFT JOIN fetched_feed s ON s.feed_id = f.id
       WHERE f.deleted_at IS NULL ORDER BY f.title COLLATE NOCASE, f.id`,
    )
    .map(({ problem, ...feed }) => ({ ...feed, problem: problem === null ? null : JSON.parse(problem) }))
}

interface Stretch {
  feedId?: string | undefined
  offset: number
  limit: number
}

const waitingItem = `FROM fetched_item i JOIN feed f ON f.id = i.feed_id AND f.deleted_at IS NULL
  WHERE ${isWaiting} AND (@feedId IS NULL OR i.feed_id = @feedId)`
const latestFirst = `ORDER BY ${moment} DESC, i.n LIMIT @limit OFFSET @offset`

/** A stretch of what waits in the tray, the latest first, and how much waits: of one feed, or of all. */
export function waitingItems(
  db: Readable,
  { feedId, offset, limit }: Stretch,
): { total: number; rows: FeedItem[] } {
  const rows = db.all<FeedItem>(
    `SELECT i.feed_id AS feedId, i.key, f.title AS feedTitle, i.url, i.title, i.summary, i.published_at AS publishedAt
     ${waitingItem} ${latestFirst}`,
    { feedId: feedId ?? null, offset, limit },
  )
  const holdsLast = rows.length < limit && (rows.length > 0 || offset === 0)
  if (holdsLast) return { total: offset + rows.length, rows }
  return {
    total: db.get<{ n: number }>(`SELECT count(*) AS n ${waitingItem}`, { feedId: feedId ?? null })?.n ?? 0,
    rows,
  }
}

/** What the items of a stretch are known by. */
export function waitingRefs(db: Readable, { feedId, offset, limit }: Stretch): FeedItemRef[] {
  return db.all<FeedItemRef>(`SELECT i.feed_id AS feedId, i.key ${waitingItem} ${latestFirst}`, {
    feedId: feedId ?? null,
    offset,
    limit,
  })
}

/** Where items lead to, in their order, without those that are not there. */
export function addressesOf(db: Readable, items: readonly FeedItemRef[]): string[] {
  return items.flatMap(({ feedId, key }) => {
    const found = db.get<{ url: string }>(
      'SELECT url FROM fetched_item WHERE feed_id = ? AND key = ?',
      feedId,
      key,
    )
    return found === undefined ? [] : [found.url]
  })
}

/** The subscription to an address, null where there is none. */
export function feedAt(db: Readable, url: string): { id: string; title: string } | null {
  return (
    db.get<{ id: string; title: string }>(
      'SELECT id, title FROM feed WHERE url = ? AND deleted_at IS NULL',
      url,
    ) ?? null
  )
}

export function addFeed(db: Writable, feed: { url: string; title: string; siteUrl: string | null }): string {
  const row = newRow()
  insertRow(db, 'feed', { ...row, url: feed.url, title: feed.title, site_url: feed.siteUrl })
  return row.id
}

export function renameFeed(db: Writable, id: string, title: string): void {
  assertLive(db, 'feed', id)
  updateRow(db, 'feed', id, { title })
}

/** Asks for a feed at another address from now on; one that was removed, or that would be there twice, stays as it is. */
export function moveFeed(db: Writable, id: string, url: string): void {
  const isLive = db.get('SELECT 1 FROM feed WHERE id = ? AND deleted_at IS NULL', id) !== undefined
  if (isLive && feedAt(db, url) === null) updateRow(db, 'feed', id, { url })
}

/** Takes items out of the tray; one that is out of it already stays so. */
export function dismissItems(db: Writable, items: readonly FeedItemRef[]): void {
  for (const { feedId, key } of items) {
    assertLive(db, 'feed', feedId)
    const known = db.get(
      'SELECT 1 FROM dismissal WHERE feed_id = ? AND key = ? AND deleted_at IS NULL',
      feedId,
      key,
    )
    if (known === undefined) insertRow(db, 'dismissal', { ...newRow(), feed_id: feedId, key })
  }
}

/**
 * Takes the items out of the tray that lead to an address which was clipped: the article may name itself by another one, by
 * which they would not be known.
 */
export function dismissClipped(db: Writable, urlKey: string): void {
  dismissItems(
    db,
    db.all<FeedItemRef>(
      `SELECT i.feed_id AS feedId, i.key FROM fetched_item i JOIN feed f ON f.id = i.feed_id AND f.deleted_at IS NULL
       WHERE i.url_key = ? AND ${isWaiting}`,
      urlKey,
    ),
  )
}

/** Puts dismissed items back. */
export function takeBackItems(db: Writable, items: readonly FeedItemRef[]): void {
  for (const { feedId, key } of items)
    db.run(
      `UPDATE dismissal SET deleted_at = @now, updated_at = @now
       WHERE feed_id = @feedId AND key = @key AND deleted_at IS NULL`,
      { now: deletionMoment(), feedId, key },
    )
}

export function feedState(db: Readable, feedId: string): FeedState {
  return (
    db.get<FeedState>(
      'SELECT etag, last_modified AS lastModified FROM fetched_feed WHERE feed_id = ?',
      feedId,
    ) ?? { etag: null, lastModified: null }
  )
}

/**
 * Keeps what was fetched of a feed, outside the history; `items` is undefined where it has not changed. Items that the feed no
 * longer names stay until there are too many. Returns how many were not there before.
 */
export function keepFetched(
  db: Writable,
  feedId: string,
  { state, items }: { state: FeedState; items?: readonly ReadItem[] | undefined },
): number {
  if (!isThere(db, feedId)) return 0
  noteFetch(db, feedId, state, null)
  const latest = db.get<{ n: number | null }>('SELECT max(n) AS n FROM fetched_item')?.n ?? 0
  for (const item of items ?? [])
    db.run(
      `INSERT INTO fetched_item (feed_id, key, url, url_key, title, summary, published_at, first_seen_at)
       VALUES (@feedId, @key, @url, @urlKey, @title, @summary, @publishedAt, @now)
       ON CONFLICT (feed_id, key) DO NOTHING`,
      { ...item, feedId, now: timestamp() },
    )
  db.run(
    `DELETE FROM fetched_item WHERE feed_id = @feedId AND n NOT IN (SELECT i.n FROM fetched_item i
       WHERE i.feed_id = @feedId ORDER BY ${moment} DESC, i.n DESC LIMIT @limit)`,
    { feedId, limit: itemsAtMost },
  )
  // Of a feed that names more than are kept, the oldest come and go at once.
  const added = 'SELECT count(*) AS n FROM fetched_item WHERE feed_id = ? AND n > ?'
  return db.get<{ n: number }>(added, feedId, latest)?.n ?? 0
}

/** Notes why a feed could not be had; what is there of it stays. */
export function keepProblem(db: Writable, feedId: string, problem: ErrorData): void {
  if (!isThere(db, feedId)) return
  const { code, message, hint = null } = problem
  noteFetch(db, feedId, feedState(db, feedId), JSON.stringify({ code, message, hint }))
}

/** Somebody may have removed it for good while it was fetched. */
function isThere(db: Readable, feedId: string): boolean {
  return db.get('SELECT 1 FROM feed WHERE id = ?', feedId) !== undefined
}

function noteFetch(db: Writable, feedId: string, state: FeedState, problem: string | null): void {
  db.run(
    `INSERT INTO fetched_feed (feed_id, etag, last_modified, fetched_at, problem)
     VALUES (@feedId, @etag, @lastModified, @now, @problem)
     ON CONFLICT (feed_id) DO UPDATE SET etag = @etag, last_modified = @lastModified, fetched_at = @now, problem = @problem`,
    { feedId, etag: state.etag, lastModified: state.lastModified, now: timestamp(), problem },
  )
}
