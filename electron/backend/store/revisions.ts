import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Revision, RevisionContent } from '#shared/domain/article.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { insertRow, notFound, timestamp, updateRow } from './rows.ts'

export interface NewRevision {
  id: string
  articleId: string
  originalKind: Revision['originalKind']
  /** As captured; kept compressed and never rendered. */
  original: Uint8Array
  document: unknown
  text: string
  /** Where each page of a paged document begins in `text`; left out where there are none. */
  pages?: readonly number[] | null
  lang: string
  wordCount: number
  warnings: Revision['warnings']
  /** The headline as the source gave it, and when the source says it was last modified; null where it does not say. */
  title?: string | null
  modifiedAt?: string | null
  /** How it differs from the revision before it; null for a first one, and where nothing can be said. */
  edit?: Revision['edit']
}

interface RevisionRecord {
  id: string
  article_id: string
  number: number
  captured_at: string
  sha256: string
  original_kind: Revision['originalKind']
  original_bytes: number
  original_kept: number
  word_count: number
  warnings: string
  title: string | null
  modified_at: string | null
  edit: Revision['edit']
}

const columns =
  'id, article_id, number, captured_at, sha256, original_kind, original_bytes, length(original_gzip) > 0 AS original_kept, word_count, warnings, title, modified_at, edit'

/**
 * A revision and those it followed. A capture that was undone keeps its row, as evidence does, but nothing follows it:
 * it is in no chain that leads back from an article's current revision, nor kept beside one.
 */
const chainFrom = (start: string) => `
  WITH RECURSIVE chain (id, previous_id) AS (
    SELECT r.id, r.previous_id FROM revision r WHERE r.id = (${start})
    UNION SELECT r.id, r.previous_id FROM chain JOIN revision r ON r.id = chain.previous_id
  )`

/**
 * An article's revisions, oldest first, numbered from 1: those that its current one followed, and in between, by when they were
 * captured, those beside them.
 */
export function revisionsOf(db: Readable, articleId: string): Revision[] {
  const revisions = db.all<RevisionRecord>(
    `${chainFrom('SELECT current_revision_id FROM article WHERE id = ?')}
     SELECT ${columns} FROM revision WHERE id IN (SELECT id FROM chain) ORDER BY number`,
    articleId,
  )
  const beside = db.all<RevisionRecord>(
    `SELECT ${columns} FROM revision
     WHERE id IN (SELECT value FROM article, json_each(article.beside) WHERE article.id = ?)
     ORDER BY captured_at, number`,
    articleId,
  )
  const known = new Set(revisions.map(({ id }) => id))
  for (const row of beside) {
    if (known.has(row.id)) continue
    const later = revisions.findIndex(({ captured_at }) => captured_at > row.captured_at)
    revisions.splice(later === -1 ? revisions.length : later, 0, row)
  }
  return revisions.map((row, index) => toRevision({ ...row, number: index + 1 }))
}

/** The revisions that lead to this one and itself, oldest first. */
export function chainTo(db: Readable, revisionId: string): string[] {
  return db
    .all<{ id: string }>(
      `${chainFrom('?')} SELECT id FROM revision WHERE id IN (SELECT id FROM chain) ORDER BY number`,
      revisionId,
    )
    .map(({ id }) => id)
}

/** Puts a revision that leads to no other among those of its article, where it is not. */
export function keepBeside(db: Writable, articleId: string, revisionId: string): void {
  if (revisionsOf(db, articleId).some(({ id }) => id === revisionId)) return
  const row = db.get<{ beside: string }>('SELECT beside FROM article WHERE id = ?', articleId)
  const list = JSON.parse(row?.beside ?? '[]') as string[]
  updateRow(db, 'article', articleId, { beside: JSON.stringify([...list, revisionId]) })
}

/** @throws AppError `not-found` */
export function getRevisionContent(db: Readable, id: string): RevisionContent {
  const row = db.get<RevisionRecord & { document: string; text: string }>(
    `SELECT ${columns}, document, text FROM revision WHERE id = ?`,
    id,
  )
  if (row === undefined) throw notFound('revision')
  const listed = revisionsOf(db, row.article_id).find((revision) => revision.id === id)
  const number = listed?.number ?? chainTo(db, id).length
  return { ...toRevision({ ...row, number }), document: JSON.parse(row.document), text: row.text }
}

/** The plain text that offsets count in, with the article it belongs to. */
export function getRevisionText(db: Readable, id: string): { articleId: string; text: string } {
  const row = db.get<{ articleId: string; text: string }>(
    'SELECT article_id AS articleId, text FROM revision WHERE id = ?',
    id,
  )
  if (row === undefined) throw notFound('revision')
  return row
}

/**
 * Whether the bytes of an original are not in this notebook: whoever shared the article left them out. Their hash and their size
 * are. No original packs to nothing.
 */
export function isWithheldOriginal(packed: Uint8Array): boolean {
  return packed.byteLength === 0
}

/** The bytes as they were captured. @throws AppError `not-found`, `original-withheld` */
export function getOriginal(db: Readable, id: string): { bytes: Uint8Array; kind: string; sha256: string } {
  const row = db.get<{ original_gzip: Uint8Array; original_kind: string; sha256: string }>(
    'SELECT original_gzip, original_kind, sha256 FROM revision WHERE id = ?',
    id,
  )
  if (row === undefined) throw notFound('revision')
  if (isWithheldOriginal(row.original_gzip)) {
    throw new AppError(
      'original-withheld',
      'The original was left out of what was shared.',
      `Ask whoever shared it for the file with the SHA-256 ${row.sha256}.`,
    )
  }
  return { bytes: gunzipSync(row.original_gzip), kind: row.original_kind, sha256: row.sha256 }
}

/** Adds an article's next revision, which follows its current one. A revision is never changed or replaced afterwards. */
export function insertRevision(db: Writable, revision: NewRevision): void {
  insertRow(db, 'revision', {
    id: revision.id,
    article_id: revision.articleId,
    number:
      (db.get<{ last: number | null }>(
        'SELECT max(number) AS last FROM revision WHERE article_id = ?',
        revision.articleId,
      )?.last ?? 0) + 1,
    previous_id:
      db.get<{ id: string }>(
        'SELECT current_revision_id AS id FROM article WHERE id = ? AND current_revision_id <> ?',
        revision.articleId,
        revision.id,
      )?.id ?? null,
    captured_at: timestamp(),
    sha256: sha256(revision.original),
    text_sha256: sha256(revision.text),
    original_kind: revision.originalKind,
    original_bytes: revision.original.byteLength,
    word_count: revision.wordCount,
    lang: revision.lang,
    warnings: JSON.stringify(revision.warnings),
    // Left out where nothing is said: a notebook that is salvaged may be of a version without these columns.
    ...(revision.title == null ? {} : { title: revision.title }),
    ...(revision.modifiedAt == null ? {} : { modified_at: revision.modifiedAt }),
    ...(revision.edit == null ? {} : { edit: revision.edit }),
    text: revision.text,
    pages: revision.pages == null ? null : JSON.stringify(revision.pages),
    document: JSON.stringify(revision.document),
    original_gzip: gzipSync(revision.original),
  })
}

/** The live article whose current revision has exactly this text. */
export function findArticleByText(db: Readable, text: string): string | null {
  return (
    db.get<{ id: string }>(
      `SELECT a.id FROM revision r JOIN article a ON a.id = r.article_id
       WHERE r.text_sha256 = ? AND a.current_revision_id = r.id AND a.deleted_at IS NULL
       ORDER BY a.clipped_at LIMIT 1`,
      sha256(text),
    )?.id ?? null
  )
}

/** A live article one of whose revisions was made from exactly these bytes, by their SHA-256. */
export function findArticleByOriginal(db: Readable, originalSha256: string): string | null {
  return (
    db.get<{ id: string }>(
      `SELECT a.id FROM revision r JOIN article a ON a.id = r.article_id
       WHERE r.sha256 = ? AND a.deleted_at IS NULL LIMIT 1`,
      originalSha256,
    )?.id ?? null
  )
}

/** Lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

function toRevision(row: RevisionRecord): Revision {
  return {
    id: row.id,
    articleId: row.article_id,
    number: row.number,
    capturedAt: row.captured_at,
    sha256: row.sha256,
    originalKind: row.original_kind,
    originalBytes: row.original_bytes,
    originalKept: row.original_kept === 1,
    wordCount: row.word_count,
    warnings: JSON.parse(row.warnings) as Revision['warnings'],
    title: row.title,
    modifiedAt: row.modified_at,
    edit: row.edit,
  }
}
