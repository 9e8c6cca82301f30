/**
 * What a source said of itself when a revision was captured, and whether the revision's changes were announced. Of what was
 * captured before, nothing is known: NULL.
 */
export const edits = `
ALTER TABLE revision ADD COLUMN title TEXT;
ALTER TABLE revision ADD COLUMN modified_at TEXT;
ALTER TABLE revision ADD COLUMN edit TEXT CHECK (edit IN ('silent', 'announced', 'form'));
ALTER TABLE article ADD COLUMN silently_edited INTEGER NOT NULL DEFAULT 0 CHECK (silently_edited IN (0, 1));
CREATE INDEX article_edited_silently ON article (id) WHERE silently_edited = 1;
`
