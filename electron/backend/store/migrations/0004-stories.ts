/**
 * Articles that are copies of one story, those that somebody told apart, and what texts are recognised by. The indexes of
 * the library's orders get the story as well, so that copies are folded without looking at an article.
 *
 * Texts that are there already have no fingerprint; `story.find` makes them when it is asked to.
 */
export const stories = `
CREATE TABLE story (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

ALTER TABLE article ADD COLUMN story_id TEXT REFERENCES story (id);
CREATE INDEX article_of_story ON article (story_id, deleted_at, id, clipped_at, published_sort, sort_title, sort_outlet,
  word_count, status, lang, quoted, outlet, haystack) WHERE story_id IS NOT NULL;

DROP INDEX article_by_clipped;
DROP INDEX article_by_published;
DROP INDEX article_by_title;
DROP INDEX article_by_outlet;
DROP INDEX article_by_words;
CREATE INDEX article_by_clipped ON article (clipped_at, id, status, lang, quoted, outlet, haystack, story_id)
  WHERE deleted_at IS NULL;
CREATE INDEX article_by_published ON article (published_sort, id, status, lang, quoted, outlet, haystack, story_id)
  WHERE deleted_at IS NULL;
CREATE INDEX article_by_title ON article (sort_title, id, status, lang, quoted, outlet, haystack, story_id)
  WHERE deleted_at IS NULL;
CREATE INDEX article_by_outlet ON article (sort_outlet, id, status, lang, quoted, outlet, haystack, story_id)
  WHERE deleted_at IS NULL;
CREATE INDEX article_by_words ON article (word_count, id, status, lang, quoted, outlet, haystack, story_id)
  WHERE deleted_at IS NULL;

-- Two articles that somebody said are not one story; the smaller id stands first.
CREATE TABLE distinction (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES article (id),
  other_id TEXT NOT NULL REFERENCES article (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (article_id < other_id)
) STRICT;
CREATE UNIQUE INDEX distinction_once ON distinction (article_id, other_id) WHERE deleted_at IS NULL;
CREATE INDEX distinction_of_article ON distinction (article_id);
CREATE INDEX distinction_of_other ON distinction (other_id);

-- Made from the text of a revision, and made anew where it is missing.
CREATE TABLE fingerprint (
  n INTEGER PRIMARY KEY,
  revision_id TEXT NOT NULL UNIQUE REFERENCES revision (id),
  bands BLOB NOT NULL
) STRICT;
CREATE TABLE fingerprint_band (
  band INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (band, n)
) STRICT, WITHOUT ROWID;
`
