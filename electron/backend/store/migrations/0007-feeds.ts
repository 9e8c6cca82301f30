/**
 * Feeds that somebody subscribes to, and which of their items were dismissed. What was fetched stands apart (`fetched_…`): it
 * can be fetched again, and is no part of the history.
 */
export const feeds = `
CREATE TABLE feed (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  title TEXT NOT NULL,
  site_url TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX feed_by_url ON feed (url);
CREATE INDEX feed_trashed ON feed (deleted_at) WHERE deleted_at IS NOT NULL;

-- An item is known by the key that its feed gives it, and stays dismissed when it is fetched again.
CREATE TABLE dismissal (
  id TEXT PRIMARY KEY,
  feed_id TEXT NOT NULL REFERENCES feed (id),
  key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX dismissal_once ON dismissal (feed_id, key) WHERE deleted_at IS NULL;
CREATE INDEX dismissal_of_feed ON dismissal (feed_id);

CREATE TABLE fetched_feed (
  feed_id TEXT PRIMARY KEY REFERENCES feed (id) ON DELETE CASCADE,
  etag TEXT,
  last_modified TEXT,
  fetched_at TEXT NOT NULL,
  problem TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE fetched_item (
  n INTEGER PRIMARY KEY,
  feed_id TEXT NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  url_key TEXT,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  published_at TEXT,
  first_seen_at TEXT NOT NULL,
  UNIQUE (feed_id, key)
) STRICT;
CREATE INDEX fetched_item_by_address ON fetched_item (url_key);
`
