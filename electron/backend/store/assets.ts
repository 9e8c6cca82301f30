import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { removeFingerprints } from './fingerprints.ts'
import { insertRow, timestamp } from './rows.ts'

export interface StoredAsset {
  /** Of the bytes, in lower-case hex. */
  sha256: string
  mediaType: string
  bytes: Uint8Array
}

/** Keeps the images of a revision, each once for the whole notebook. */
export function keepAssets(db: Writable, revisionId: string, assets: readonly StoredAsset[]): void {
  for (const asset of new Map(assets.map((one) => [one.sha256, one])).values()) {
    keepAsset(db, asset)
    insertRow(db, 'revision_asset', { revision_id: revisionId, sha256: asset.sha256 })
  }
}

/** Keeps an image once, whoever shows it. */
export function keepAsset(db: Writable, { sha256, mediaType, bytes }: StoredAsset): void {
  const isKept = db.get<{ one: 1 }>('SELECT 1 AS one FROM asset WHERE sha256 = ?', sha256) !== undefined
  if (!isKept) insertRow(db, 'asset', { sha256, media_type: mediaType, created_at: timestamp(), bytes })
}

/** @throws AppError `not-found` */
export function getAsset(db: Readable, sha256: string): StoredAsset {
  const row = db.get<StoredAsset>(
    'SELECT sha256, media_type AS mediaType, bytes FROM asset WHERE sha256 = ?',
    sha256,
  )
  if (row === undefined) throw new AppError('not-found', 'This image is not in the notebook.')
  return row
}

/** Removes the revisions of articles that go for good, and the images that no other revision shows. */
export function removeRevisions(db: Writable, articleIds: string): void {
  const doomed = `SELECT id FROM revision WHERE article_id IN (${articleIds})`
  removeFingerprints(db, doomed)
  db.run(`DELETE FROM revision_asset WHERE revision_id IN (${doomed})`)
  db.run(`DELETE FROM revision WHERE article_id IN (${articleIds})`)
  db.run(
    `DELETE FROM asset WHERE sha256 NOT IN (SELECT sha256 FROM revision_asset)
       AND sha256 NOT IN (SELECT target_id FROM dossier_reference WHERE kind = 'asset')`,
  )
}
