/**
 * The first schema. Every entity that a user can change has `created_at`, `updated_at` and `deleted_at`: a row whose
 * `deleted_at` is set is in the trash, and one deleted at the very moment it was created is an undone creation, which
 * the trash does not show. Journalled tables hold no blobs. Revisions and assets are immutable evidence.
 *
 * Columns under "kept by triggers" repeat what other rows say, so that lists of any length are read off an index; nothing
 * writes them but the triggers at the end, and the journal leaves them out (`derived-columns.ts`).
 *
 * Every reference has an index on its own side that holds all rows: without one, each row that is removed for good would
 * have the whole table searched for what refers to it.
 */
export const foundation = `
CREATE TABLE notebook (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- kept by triggers: live quotes
  quote_count INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE article (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  sort_title TEXT NOT NULL,
  sort_outlet TEXT NOT NULL,
  haystack TEXT NOT NULL,
  outlet TEXT,
  byline TEXT,
  lang TEXT NOT NULL,
  url TEXT,
  url_key TEXT,
  published_at TEXT,
  published_sort TEXT NOT NULL,
  modified_at TEXT,
  clipped_at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('inbox', 'reading', 'done')),
  word_count INTEGER NOT NULL,
  current_revision_id TEXT NOT NULL,
  provenance TEXT NOT NULL CHECK (json_valid(provenance)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  -- kept by triggers: 1 where a live quote is in it
  quoted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_by_clipped ON article (clipped_at, id, status, lang, quoted, outlet, haystack) WHERE deleted_at IS NULL;
CREATE INDEX article_by_published ON article (published_sort, id, status, lang, quoted, outlet, haystack) WHERE deleted_at IS NULL;
CREATE INDEX article_by_title ON article (sort_title, id, status, lang, quoted, outlet, haystack) WHERE deleted_at IS NULL;
CREATE INDEX article_by_outlet ON article (sort_outlet, id, status, lang, quoted, outlet, haystack) WHERE deleted_at IS NULL;
CREATE INDEX article_by_words ON article (word_count, id, status, lang, quoted, outlet, haystack) WHERE deleted_at IS NULL;
CREATE INDEX article_by_status ON article (status, clipped_at, id) WHERE deleted_at IS NULL;
CREATE INDEX article_by_lang ON article (lang) WHERE deleted_at IS NULL;
CREATE INDEX article_of_outlet ON article (outlet) WHERE deleted_at IS NULL;
CREATE INDEX article_by_url ON article (url_key) WHERE url_key IS NOT NULL;
CREATE INDEX article_trashed ON article (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE revision (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,
  previous_id TEXT,
  captured_at TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  original_kind TEXT NOT NULL CHECK (
    original_kind IN ('html', 'text', 'markdown', 'pdf', 'docx', 'epub', 'mhtml', 'email')),
  original_bytes INTEGER NOT NULL,
  word_count INTEGER NOT NULL,
  lang TEXT NOT NULL,
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  text TEXT NOT NULL,
  pages TEXT CHECK (pages IS NULL OR json_valid(pages)),
  document TEXT NOT NULL CHECK (json_valid(document)),
  original_gzip BLOB NOT NULL,
  UNIQUE (article_id, number)
) STRICT;
CREATE INDEX revision_by_text ON revision (text_sha256);

CREATE TABLE asset (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  media_type TEXT NOT NULL,
  created_at TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE revision_asset (
  revision_id TEXT NOT NULL REFERENCES revision (id),
  sha256 TEXT NOT NULL REFERENCES asset (sha256),
  PRIMARY KEY (revision_id, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_asset_by_asset ON revision_asset (sha256);

CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'party')),
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  description TEXT NOT NULL,
  member_of_id TEXT REFERENCES actor (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  -- kept by triggers: live quotes of this speaker
  quote_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX actor_member ON actor (member_of_id) WHERE member_of_id IS NOT NULL;

CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES topic (id),
  name TEXT NOT NULL,
  aliases TEXT NOT NULL CHECK (json_valid(aliases)),
  description TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'proposed', 'agreed', 'final', 'blocked')),
  colour INTEGER NOT NULL,
  position REAL NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  -- kept by triggers: live links to this topic
  quote_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX topic_child ON topic (parent_id);

CREATE TABLE quote (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  revision_id TEXT NOT NULL REFERENCES revision (id),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  speaker_id TEXT REFERENCES actor (id),
  said_on TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  -- kept by triggers: the day it is listed under, which is when it was said, or else when the article was published
  said_sort TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX quote_of_article ON quote (article_id, deleted_at, speaker_id);
CREATE INDEX quote_of_revision ON quote (revision_id);
CREATE INDEX quote_of_speaker ON quote (speaker_id, deleted_at, said_sort, id);
CREATE INDEX quote_by_created ON quote (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX quote_by_said ON quote (said_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX quote_trashed ON quote (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE anchor (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quote (id),
  revision_id TEXT NOT NULL REFERENCES revision (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('same', 'moved', 'changed', 'lost')),
  how TEXT NOT NULL CHECK (how IN ('marked', 'position', 'quote', 'approximate', 'hand', 'none')),
  start_offset INTEGER,
  end_offset INTEGER,
  score REAL NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (quote_id, revision_id),
  CHECK ((outcome = 'lost') = (start_offset IS NULL)),
  CHECK ((start_offset IS NULL) = (end_offset IS NULL))
) STRICT;
CREATE INDEX anchor_of_revision ON anchor (revision_id);
CREATE INDEX anchor_lost ON anchor (revision_id, quote_id) WHERE outcome = 'lost';

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quote (id),
  topic_id TEXT NOT NULL REFERENCES topic (id),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'opposes', 'conditional', 'neutral')),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  -- kept by triggers: the same columns of the quote
  said_sort TEXT NOT NULL DEFAULT '',
  article_id TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX link_once ON link (quote_id, topic_id) WHERE deleted_at IS NULL;
CREATE INDEX link_of_quote ON link (quote_id);
CREATE INDEX link_of_topic ON link (topic_id, deleted_at, said_sort, quote_id, stance);
CREATE INDEX link_topic_article ON link (topic_id, article_id) WHERE deleted_at IS NULL;

CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  quote_id TEXT REFERENCES quote (id),
  document TEXT NOT NULL CHECK (json_valid(document)),
  text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX comment_of_quote ON comment (quote_id) WHERE quote_id IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX comment_of_article ON comment (article_id) WHERE quote_id IS NULL AND deleted_at IS NULL;
CREATE INDEX comment_by_article ON comment (article_id);
CREATE INDEX comment_by_quote ON comment (quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX comment_trashed ON comment (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE operation (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  coalesce_key TEXT,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE change (
  operation_seq INTEGER NOT NULL REFERENCES operation (seq) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (operation_seq, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  deleted_at TEXT NOT NULL,
  PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE answered_call (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  answer TEXT NOT NULL CHECK (json_valid(answer))
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(
  title, title_stems, words, stems,
  content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
);

CREATE TABLE search_document (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'quote', 'comment')),
  entity_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  digest BLOB NOT NULL,
  UNIQUE (kind, entity_id)
) STRICT;

CREATE TRIGGER quote_inserted AFTER INSERT ON quote BEGIN
  UPDATE notebook SET quote_count = quote_count + (new.deleted_at IS NULL);
  UPDATE quote SET said_sort = coalesce(new.said_on,
      (SELECT substr(a.published_sort, 1, 10) FROM article a WHERE a.id = new.article_id))
    WHERE id = new.id;
  UPDATE actor SET quote_count = quote_count + 1 WHERE id = new.speaker_id AND new.deleted_at IS NULL;
  UPDATE article SET quoted = 1 WHERE id = new.article_id AND quoted = 0 AND new.deleted_at IS NULL;
END;

CREATE TRIGGER quote_updated AFTER UPDATE OF article_id, speaker_id, said_on, deleted_at ON quote BEGIN
  UPDATE notebook SET quote_count = quote_count + (new.deleted_at IS NULL) - (old.deleted_at IS NULL);
  UPDATE quote SET said_sort = coalesce(new.said_on,
      (SELECT substr(a.published_sort, 1, 10) FROM article a WHERE a.id = new.article_id))
    WHERE id = new.id;
  UPDATE actor SET quote_count = quote_count - 1 WHERE id = old.speaker_id AND old.deleted_at IS NULL;
  UPDATE actor SET quote_count = quote_count + 1 WHERE id = new.speaker_id AND new.deleted_at IS NULL;
  UPDATE article SET quoted = 1 - quoted WHERE id IN (old.article_id, new.article_id)
    AND quoted <> EXISTS (SELECT 1 FROM quote q WHERE q.article_id = article.id AND q.deleted_at IS NULL);
END;

CREATE TRIGGER quote_deleted AFTER DELETE ON quote WHEN old.deleted_at IS NULL BEGIN
  UPDATE notebook SET quote_count = quote_count - 1;
  UPDATE actor SET quote_count = quote_count - 1 WHERE id = old.speaker_id;
  UPDATE article SET quoted = 1 - quoted WHERE id = old.article_id
    AND quoted <> EXISTS (SELECT 1 FROM quote q WHERE q.article_id = article.id AND q.deleted_at IS NULL);
END;

CREATE TRIGGER quote_dated AFTER UPDATE OF said_sort ON quote WHEN old.said_sort <> new.said_sort BEGIN
  UPDATE link SET said_sort = new.said_sort WHERE quote_id = new.id AND deleted_at IS NULL;
END;

CREATE TRIGGER article_dated AFTER UPDATE OF published_sort ON article
WHEN old.published_sort <> new.published_sort BEGIN
  UPDATE quote SET said_sort = coalesce(said_on, substr(new.published_sort, 1, 10))
    WHERE article_id = new.id AND deleted_at IS NULL;
END;

CREATE TRIGGER link_inserted AFTER INSERT ON link BEGIN
  UPDATE link SET (said_sort, article_id) =
      (SELECT q.said_sort, q.article_id FROM quote q WHERE q.id = new.quote_id)
    WHERE id = new.id;
  UPDATE topic SET quote_count = quote_count + 1 WHERE id = new.topic_id AND new.deleted_at IS NULL;
END;

CREATE TRIGGER link_updated AFTER UPDATE OF quote_id, topic_id, deleted_at ON link BEGIN
  UPDATE link SET (said_sort, article_id) =
      (SELECT q.said_sort, q.article_id FROM quote q WHERE q.id = new.quote_id)
    WHERE id = new.id;
  UPDATE topic SET quote_count = quote_count - 1 WHERE id = old.topic_id AND old.deleted_at IS NULL;
  UPDATE topic SET quote_count = quote_count + 1 WHERE id = new.topic_id AND new.deleted_at IS NULL;
END;

CREATE TRIGGER link_deleted AFTER DELETE ON link WHEN old.deleted_at IS NULL BEGIN
  UPDATE topic SET quote_count = quote_count - 1 WHERE id = old.topic_id;
END;
`
