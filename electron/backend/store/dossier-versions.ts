import type { DossierVersion, DossierVersionRow } from '#shared/domain/dossier.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, deletionMoment, insertRow, newRow, notFound } from './rows.ts'

/** While somebody writes, what was there is kept this often. */
const keptEveryMs = 10 * 60_000
/** So many are kept that nobody gave a name; named ones all are. */
const unnamedAtMost = 100

const row = 'id, name, title, word_count AS wordCount, created_at AS createdAt'

/** The versions of a dossier, the latest first. */
export function listVersions(db: Readable, dossierId: string): DossierVersionRow[] {
  return db.all<DossierVersionRow>(
    `SELECT ${row} FROM dossier_version WHERE dossier_id = ? AND deleted_at IS NULL
     ORDER BY created_at DESC, id DESC`,
    dossierId,
  )
}

/** @throws AppError `not-found` */
export function getVersion(db: Readable, id: string): DossierVersion & { dossierId: string } {
  const found = db.get<DossierVersion & { dossierId: string; document: string }>(
    `SELECT ${row}, document, dossier_id AS dossierId FROM dossier_version WHERE id = ? AND deleted_at IS NULL`,
    id,
  )
  if (found === undefined) throw notFound('dossier_version')
  return { ...found, document: JSON.parse(found.document) }
}

/** Keeps the dossier as it is now, under a name or, with null, without one. Returns the version's id. */
export function keepVersion(db: Writable, dossierId: string, name: string | null): string {
  assertLive(db, 'dossier', dossierId)
  const made = newRow()
  const now = db.get<{ title: string; document: string; word_count: number }>(
    'SELECT title, document, word_count FROM dossier WHERE id = ?',
    dossierId,
  )
  insertRow(db, 'dossier_version', { ...made, dossier_id: dossierId, name, ...now })
  return made.id
}

/** Keeps what is about to be overwritten, unless the latest version is too young; lets the oldest unnamed ones go. */
export function keepBeforeSave(db: Writable, dossierId: string, now = Date.now()): void {
  const [latest] = listVersions(db, dossierId)
  const since = latest?.createdAt ?? createdAt(db, dossierId)
  if (now - Date.parse(since) < keptEveryMs) return
  keepVersion(db, dossierId, null)
  db.run(
    `UPDATE dossier_version SET deleted_at = @now, updated_at = @now WHERE id IN (
       SELECT id FROM dossier_version WHERE dossier_id = @dossierId AND name IS NULL AND deleted_at IS NULL
       ORDER BY created_at DESC, id DESC LIMIT -1 OFFSET @unnamedAtMost)`,
    { now: deletionMoment(), dossierId, unnamedAtMost },
  )
}

function createdAt(db: Readable, dossierId: string): string {
  assertLive(db, 'dossier', dossierId)
  return (
    db.get<{ at: string }>('SELECT created_at AS at FROM dossier WHERE id = ?', dossierId)?.at ??
    new Date(0).toISOString()
  )
}
