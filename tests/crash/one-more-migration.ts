import type { Writable } from '../../electron/backend/store/connection.ts'
import {
  migrate as migrateAlong,
  migrations as released,
  versionOf,
} from '../../electron/backend/store/migrations/index.ts'

export { versionOf }

export const rowsPerArticle = 20_000

/** Fills a table from what is there, for long enough to be killed in the middle; and changes a table that is there. */
const trial = `
CREATE TABLE trial (id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES article (id)) STRICT;
INSERT INTO trial
  WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${rowsPerArticle})
  SELECT a.id || ' ' || n.value, a.id FROM article a, n;
ALTER TABLE topic ADD COLUMN trial INTEGER NOT NULL DEFAULT 0;
UPDATE topic SET trial = (SELECT count(*) FROM trial);
`

/** In place of the store's own module, in a process that `use-one-more-migration.ts` was imported into. */
export const migrations: readonly string[] = [...released, trial]

export const newestVersion = migrations.length

export function migrate(db: Writable, target: number = newestVersion): number {
  return migrateAlong(db, target, migrations)
}
