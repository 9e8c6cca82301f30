/**
 * Dossiers: documents of the analyst's own, and their versions. `refs` is the list of what the document names, as JSON; triggers
 * keep `dossier_reference` in step with it, so that a quote or a topic finds the dossiers that use it, also after an undo.
 */
export const dossiers = `
CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  text TEXT NOT NULL,
  refs TEXT NOT NULL CHECK (json_valid(refs)),
  word_count INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX dossier_trashed ON dossier (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE dossier_version (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  name TEXT,
  title TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  word_count INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX dossier_version_of_dossier ON dossier_version (dossier_id, created_at);

CREATE TABLE dossier_reference (
  kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  dossier_id TEXT NOT NULL,
  PRIMARY KEY (kind, target_id, dossier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_reference_of_dossier ON dossier_reference (dossier_id);

CREATE TRIGGER dossier_refs_insert AFTER INSERT ON dossier BEGIN
  INSERT OR IGNORE INTO dossier_reference (kind, target_id, dossier_id)
    SELECT j.value ->> 'kind', j.value ->> 'id', NEW.id FROM json_each(NEW.refs) j;
END;
CREATE TRIGGER dossier_refs_update AFTER UPDATE OF refs ON dossier WHEN NEW.refs <> OLD.refs BEGIN
  DELETE FROM dossier_reference WHERE dossier_id = OLD.id;
  INSERT OR IGNORE INTO dossier_reference (kind, target_id, dossier_id)
    SELECT j.value ->> 'kind', j.value ->> 'id', NEW.id FROM json_each(NEW.refs) j;
END;
CREATE TRIGGER dossier_refs_delete AFTER DELETE ON dossier BEGIN
  DELETE FROM dossier_reference WHERE dossier_id = OLD.id;
END;
`
