import type { Writable } from '../connection.ts'
import { foundation } from './0001-foundation.ts'
import { revisionByOriginal } from './0002-revision-by-original.ts'
import { positions } from './0003-positions.ts'
import { stories } from './0004-stories.ts'
import { edits } from './0005-edits.ts'
import { dossiers } from './0006-dossiers.ts'
import { feeds } from './0007-feeds.ts'
import { aliasRejections } from './0008-alias-rejections.ts'
import { passages } from './0009-passages.ts'
import { beside } from './0010-beside.ts'
import { citationStyles } from './0011-citation-styles.ts'

/** In order: the migration at index n takes a notebook from version n to n + 1. */
export const migrations: readonly string[] = [
  foundation,
  revisionByOriginal,
  positions,
  stories,
  edits,
  dossiers,
  feeds,
  aliasRejections,
  passages,
  beside,
  citationStyles,
]

export const newestVersion = migrations.length

/**
 * Brings the database up to `target`, one transaction a migration; an interruption leaves a whole version behind.
 * Returns how many were run. Tests put one more migration at the end of the `list`.
 */
export function migrate(db: Writable, target: number = newestVersion, list = migrations): number {
  let from = versionOf(db)
  const first = from
  while (from < target) {
    const sql = list[from]
    if (sql === undefined) throw new Error(`There is no migration from version ${from}.`)
    const next = from + 1
    db.transaction(() => db.exec(`${sql}\nPRAGMA user_version = ${next};`))
    from = next
  }
  return from - first
}

export function versionOf(db: Pick<Writable, 'get'>): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
}
