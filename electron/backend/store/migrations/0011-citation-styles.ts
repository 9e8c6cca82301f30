/** Citation styles that were added to the notebook, and by which of all styles a dossier cites. */
export const citationStyles = `
-- Dossiers know a style by its name, so that a notebook need not hold those that come with the program.
CREATE TABLE citation_style (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  csl TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX citation_style_by_name ON citation_style (name) WHERE deleted_at IS NULL;
CREATE INDEX citation_style_trashed ON citation_style (deleted_at) WHERE deleted_at IS NOT NULL;

ALTER TABLE dossier ADD COLUMN citation_style TEXT;
ALTER TABLE dossier ADD COLUMN citation_lang TEXT;
`
