/**
 * The tables of the full-text index. The store's first migration carries a copy of this text (a migration never changes
 * afterwards), the ninth one of what passages need; a test of this folder compares them.
 *
 * `search_index` keeps no text of its own: entities are the only truth, and snippets are cut from them. Words arrive folded
 * and separated by spaces, so `ascii`, which takes every non-ASCII character as part of a word, splits them exactly as
 * `shared/search/tokenize.ts` did: what a word is gets decided in one place. The prefix indexes serve results as you type.
 *
 * `search_document` names the entity behind a row. Each kind has its own range of row ids (`row-ids.ts`), so that a search of
 * one kind is a range read. `digest` sums up the tokens written, for the check that index and content agree.
 */
export const searchSchemaSql = `
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
`

/**
 * What stands behind the rows of a text that is indexed by passages: `part` is `title` for the row of its title, and otherwise the
 * sum of a passage's own words, so that of a long text only what has changed is written. `search_waiting` names what a migration
 * left to be indexed.
 */
export const passageSchemaSql = `
CREATE TABLE search_passage (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  part TEXT NOT NULL,
  digest BLOB NOT NULL,
  UNIQUE (kind, entity_id, part)
) STRICT;

CREATE TABLE search_waiting (
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (kind, entity_id)
) STRICT, WITHOUT ROWID;
`
