/** Actors of like names that somebody said are not the same; nobody suggests to merge them again. */
export const aliasRejections = `
-- The smaller id stands first.
CREATE TABLE alias_rejection (
  id TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL REFERENCES actor (id),
  other_id TEXT NOT NULL REFERENCES actor (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (actor_id < other_id)
) STRICT;
CREATE UNIQUE INDEX alias_rejection_once ON alias_rejection (actor_id, other_id) WHERE deleted_at IS NULL;
CREATE INDEX alias_rejection_of_actor ON alias_rejection (actor_id);
CREATE INDEX alias_rejection_of_other ON alias_rejection (other_id);
`
