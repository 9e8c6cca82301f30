import type { Readable, Writable } from './connection.ts'
import { insertRow } from './rows.ts'

/** A text that may be like another, by the fingerprints; it has yet to be compared. */
export interface Candidate {
  articleId: string
  storyId: string | null
  revisionId: string
}

/**
 * What everybody writes (a notice, a form) makes bands that many texts have; of one band so many are looked at, and of all
 * those found so many, those with the most bands in common first. Of those with a single one, which chance gives to texts
 * of the same house, only a few: a copy of 0.4 has one or none in 37.
 */
const ofOneBandAtMost = 200
const candidatesAtMost = 24
const withOneBandAtMost = 6

/** Notes what a revision is recognised by; once, as its text does not change. */
export function keepFingerprint(db: Writable, revisionId: string, bands: Int32Array): void {
  const bytes = new Uint8Array(bands.buffer, bands.byteOffset, bands.byteLength)
  insertRow(db, 'fingerprint', { revision_id: revisionId, bands: bytes })
  const n = fingerprintOf(db, revisionId)?.n ?? 0
  for (const band of new Set(bands)) db.run('INSERT INTO fingerprint_band (band, n) VALUES (?, ?)', band, n)
}

export function hasFingerprint(db: Readable, revisionId: string): boolean {
  return fingerprintOf(db, revisionId) !== undefined
}

/** Live articles whose current text has a band in common with these, the likeliest first; the article itself is left out. */
export function likelyCopies(db: Readable, articleId: string, bands: Int32Array): Candidate[] {
  const shared = new Map<number, number>()
  for (const band of new Set(bands)) {
    const rows = db.all<{ n: number }>(
      'SELECT n FROM fingerprint_band WHERE band = ? ORDER BY n DESC LIMIT ?',
      band,
      ofOneBandAtMost,
    )
    for (const { n } of rows) shared.set(n, (shared.get(n) ?? 0) + 1)
  }
  const candidates: Candidate[] = []
  let alone = 0
  for (const [n, bandsInCommon] of [...shared].sort(([a, some], [b, more]) => more - some || b - a)) {
    if (bandsInCommon === 1) alone += 1
    if (candidates.length === candidatesAtMost || alone > withOneBandAtMost) break
    const candidate = db.get<Candidate>(
      `SELECT a.id AS articleId, a.story_id AS storyId, f.revision_id AS revisionId
       FROM fingerprint f JOIN revision r ON r.id = f.revision_id JOIN article a ON a.id = r.article_id
       WHERE f.n = ? AND a.current_revision_id = f.revision_id AND a.deleted_at IS NULL AND a.id <> ?`,
      n,
      articleId,
    )
    if (candidate !== undefined) candidates.push(candidate)
  }
  return candidates
}

/** Revisions without a fingerprint, the earliest captured first, each with whether it is the text of a live article. */
export function revisionsWithoutFingerprint(
  db: Readable,
  limit: number,
): Array<{ revisionId: string; articleId: string; isRead: 0 | 1 }> {
  return db.all(
    `SELECT r.id AS revisionId, a.id AS articleId, a.current_revision_id = r.id AND a.deleted_at IS NULL AS isRead
     FROM revision r JOIN article a ON a.id = r.article_id
     WHERE r.id IN (
       SELECT m.id FROM revision m LEFT JOIN fingerprint f ON f.revision_id = m.id
       WHERE f.n IS NULL ORDER BY m.id LIMIT ?)
     ORDER BY r.id`,
    limit,
  )
}

/** How many revisions have no fingerprint, counted on indexes alone: this is asked after every change. */
export function countWithoutFingerprint(db: Readable): number {
  const sql = 'SELECT (SELECT count(*) FROM revision) - (SELECT count(*) FROM fingerprint) AS n'
  return db.get<{ n: number }>(sql)?.n ?? 0
}

/** Forgets what revisions were recognised by, before they go for good. `revisionIds` is a query. */
export function removeFingerprints(db: Writable, revisionIds: string): void {
  const doomed = db.all<{ n: number; bands: Uint8Array }>(
    `SELECT n, bands FROM fingerprint WHERE revision_id IN (${revisionIds})`,
  )
  for (const { n, bands } of doomed) {
    for (const band of new Int32Array(new Uint8Array(bands).buffer))
      db.run('DELETE FROM fingerprint_band WHERE band = ? AND n = ?', band, n)
    db.run('DELETE FROM fingerprint WHERE n = ?', n)
  }
}

function fingerprintOf(db: Readable, revisionId: string): { n: number } | undefined {
  return db.get<{ n: number }>('SELECT n FROM fingerprint WHERE revision_id = ?', revisionId)
}
