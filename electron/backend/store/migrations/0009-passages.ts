/**
 * Passages in the search index: what is changed while it is written is indexed piece by piece. Nothing here can tell words, so what
 * is to be indexed of an older notebook waits in `search_waiting` until the notebook is opened. `dossier_written` lists dossiers
 * without reading their documents.
 */
export const passages = `
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

INSERT INTO search_waiting (kind, entity_id)
  SELECT 'dossier', id FROM dossier UNION ALL SELECT 'topic', id FROM topic
  UNION ALL SELECT 'round', id FROM round UNION ALL SELECT 'actor', id FROM actor;

CREATE INDEX dossier_written ON dossier (updated_at, id, title, word_count, created_at) WHERE deleted_at IS NULL;
`
