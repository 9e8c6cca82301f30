/**
 * From quotes to positions: who said it in which capacity and how it came to the article, the same words in several
 * articles, conditions and coders of a stance, memberships with dates, steps of a topic, rounds.
 *
 * What is not known is NULL, in old rows and new ones: nothing is guessed for what was there before.
 */
export const positions = `
CREATE TABLE round (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  from_on TEXT,
  until_on TEXT,
  place TEXT,
  participants TEXT NOT NULL CHECK (json_valid(participants)),
  agenda TEXT NOT NULL CHECK (json_valid(agenda)),
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE utterance (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE coder (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

ALTER TABLE article ADD COLUMN round_id TEXT REFERENCES round (id);
CREATE INDEX article_of_round ON article (round_id) WHERE round_id IS NOT NULL;

ALTER TABLE quote ADD COLUMN speaker_role TEXT;
ALTER TABLE quote ADD COLUMN on_behalf_id TEXT REFERENCES actor (id);
ALTER TABLE quote ADD COLUMN channel TEXT CHECK (
  channel IN ('verbatim', 'partial', 'paraphrase', 'unnamed', 'leak', 'document'));
ALTER TABLE quote ADD COLUMN cited_outlet TEXT;
ALTER TABLE quote ADD COLUMN said_precision TEXT CHECK (said_precision IN ('day', 'week', 'month', 'year', 'unknown'));
ALTER TABLE quote ADD COLUMN said_words TEXT;
ALTER TABLE quote ADD COLUMN said_zone TEXT;
ALTER TABLE quote ADD COLUMN utterance_id TEXT REFERENCES utterance (id);
ALTER TABLE quote ADD COLUMN round_id TEXT REFERENCES round (id);
CREATE INDEX quote_on_behalf ON quote (on_behalf_id) WHERE on_behalf_id IS NOT NULL;
CREATE INDEX quote_of_utterance ON quote (utterance_id) WHERE utterance_id IS NOT NULL;
CREATE INDEX quote_of_round ON quote (round_id) WHERE round_id IS NOT NULL;

CREATE TABLE translation (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quote (id),
  lang TEXT NOT NULL,
  text TEXT NOT NULL,
  translator TEXT,
  authoritative INTEGER NOT NULL CHECK (authoritative IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX translation_of_quote ON translation (quote_id);
CREATE INDEX translation_trashed ON translation (deleted_at) WHERE deleted_at IS NOT NULL;

-- Two quotes that somebody said are not the same words; the smaller id stands first.
CREATE TABLE rejection (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quote (id),
  other_id TEXT NOT NULL REFERENCES quote (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (quote_id < other_id)
) STRICT;
CREATE UNIQUE INDEX rejection_once ON rejection (quote_id, other_id) WHERE deleted_at IS NULL;
CREATE INDEX rejection_of_quote ON rejection (quote_id);
CREATE INDEX rejection_of_other ON rejection (other_id);

CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  member_of_id TEXT NOT NULL REFERENCES actor (id),
  role TEXT,
  from_on TEXT,
  until_on TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (actor_id <> member_of_id)
) STRICT;
CREATE INDEX membership_of_actor ON membership (actor_id);
CREATE INDEX membership_in ON membership (member_of_id);

-- A step on a topic's way; the latest is its status.
CREATE TABLE step (
  id TEXT PRIMARY KEY,
  topic_id TEXT NOT NULL REFERENCES topic (id),
  status TEXT NOT NULL CHECK (status IN ('open', 'proposed', 'agreed', 'final', 'blocked')),
  since TEXT,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX step_of_topic ON step (topic_id);

ALTER TABLE topic ADD COLUMN memo TEXT CHECK (memo IS NULL OR json_valid(memo));
ALTER TABLE topic ADD COLUMN memo_text TEXT NOT NULL DEFAULT '';

ALTER TABLE link ADD COLUMN condition TEXT;
ALTER TABLE link ADD COLUMN condition_topic_id TEXT REFERENCES topic (id);
ALTER TABLE link ADD COLUMN condition_actor_id TEXT REFERENCES actor (id);
ALTER TABLE link ADD COLUMN by_date TEXT;
ALTER TABLE link ADD COLUMN red_line INTEGER NOT NULL DEFAULT 0 CHECK (red_line IN (0, 1));
ALTER TABLE link ADD COLUMN strength INTEGER CHECK (strength BETWEEN 1 AND 3);
ALTER TABLE link ADD COLUMN confidence INTEGER CHECK (confidence BETWEEN 1 AND 3);
ALTER TABLE link ADD COLUMN coder_id TEXT REFERENCES coder (id);
CREATE INDEX link_condition_topic ON link (condition_topic_id) WHERE condition_topic_id IS NOT NULL;
CREATE INDEX link_condition_actor ON link (condition_actor_id) WHERE condition_actor_id IS NOT NULL;
CREATE INDEX link_of_coder ON link (coder_id) WHERE coder_id IS NOT NULL;
DROP INDEX link_once;
CREATE UNIQUE INDEX link_once ON link (quote_id, topic_id, coalesce(coder_id, '')) WHERE deleted_at IS NULL;

-- A quote that several coders linked to a topic counts once there.
DROP TRIGGER link_inserted;
CREATE TRIGGER link_inserted AFTER INSERT ON link BEGIN
  UPDATE link SET (said_sort, article_id) =
      (SELECT q.said_sort, q.article_id FROM quote q WHERE q.id = new.quote_id)
    WHERE id = new.id;
  UPDATE topic SET quote_count = quote_count + 1 WHERE id = new.topic_id AND new.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM link o WHERE o.quote_id = new.quote_id AND o.topic_id = new.topic_id
      AND o.deleted_at IS NULL AND o.id <> new.id);
END;
DROP TRIGGER link_updated;
CREATE TRIGGER link_updated AFTER UPDATE OF quote_id, topic_id, deleted_at ON link BEGIN
  UPDATE link SET (said_sort, article_id) =
      (SELECT q.said_sort, q.article_id FROM quote q WHERE q.id = new.quote_id)
    WHERE id = new.id;
  UPDATE topic SET quote_count = quote_count - 1 WHERE id = old.topic_id AND old.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM link o WHERE o.quote_id = old.quote_id AND o.topic_id = old.topic_id
      AND o.deleted_at IS NULL AND o.id <> old.id);
  UPDATE topic SET quote_count = quote_count + 1 WHERE id = new.topic_id AND new.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM link o WHERE o.quote_id = new.quote_id AND o.topic_id = new.topic_id
      AND o.deleted_at IS NULL AND o.id <> new.id);
END;
DROP TRIGGER link_deleted;
CREATE TRIGGER link_deleted AFTER DELETE ON link WHEN old.deleted_at IS NULL BEGIN
  UPDATE topic SET quote_count = quote_count - 1 WHERE id = old.topic_id
    AND NOT EXISTS (SELECT 1 FROM link o WHERE o.quote_id = old.quote_id AND o.topic_id = old.topic_id
      AND o.deleted_at IS NULL AND o.id <> old.id);
END;
`
