import { type DocumentKind, documentKinds, type PassageKind, passageKinds } from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import type { IndexedDocument } from './index-document.ts'
import type { PassageContent } from './index-passages.ts'

/** What of the notebook is searched: the live entities of each kind, with their text. Quotes and comments have no title. A quote
 * is found by the words of its translations too. */
const documentSql: Record<DocumentKind, string> = {
  article: `SELECT 'article' AS kind, e.id AS entityId, e.id AS articleId, e.title, r.text, e.lang
    FROM article e JOIN revision r ON r.id = e.current_revision_id
    WHERE e.deleted_at IS NULL`,
  quote: `SELECT 'quote' AS kind, e.id AS entityId, e.article_id AS articleId, '' AS title,
      e.exact || coalesce((SELECT char(10) || group_concat(t.text, char(10) ORDER BY t.id)
        FROM translation t WHERE t.quote_id = e.id AND t.deleted_at IS NULL), '') AS text, a.lang
    FROM quote e JOIN article a ON a.id = e.article_id
    WHERE e.deleted_at IS NULL`,
  comment: `SELECT 'comment' AS kind, e.id AS entityId, e.article_id AS articleId, '' AS title, e.text, '' AS lang
    FROM comment e
    WHERE e.deleted_at IS NULL`,
}

const aliases = "(SELECT group_concat(value, ', ' ORDER BY key) FROM json_each(e.aliases))"
const lines = (...texts: string[]) =>
  `concat_ws(char(10), ${texts.map((text) => `nullif(${text}, '')`).join(', ')})`

/** A dossier is found by all it shows, the quotes embedded in it too: with the words it holds them in. */
const passageSql: Record<PassageKind, string> = {
  dossier: `SELECT 'dossier' AS kind, e.id AS entityId, e.title, e.text FROM dossier e WHERE e.deleted_at IS NULL`,
  topic: `SELECT 'topic' AS kind, e.id AS entityId, e.name AS title,
      ${lines(
        aliases,
        'e.description',
        'e.memo_text',
        `(SELECT group_concat(s.note, char(10) ORDER BY s.since, s.id) FROM step s
          WHERE s.topic_id = e.id AND s.note <> '' AND s.deleted_at IS NULL)`,
      )} AS text
    FROM topic e WHERE e.deleted_at IS NULL`,
  round: `SELECT 'round' AS kind, e.id AS entityId, e.name AS title, ${lines('e.place', 'e.note')} AS text
    FROM round e WHERE e.deleted_at IS NULL`,
  actor: `SELECT 'actor' AS kind, e.id AS entityId, e.name AS title, ${lines(aliases, 'e.description')} AS text
    FROM actor e WHERE e.deleted_at IS NULL`,
}

/** The entity as it is to be indexed; undefined when it is in the trash or gone. */
export function documentOf(db: Readable, kind: DocumentKind, id: string): IndexedDocument | undefined {
  return db.get<IndexedDocument>(`${documentSql[kind]} AND e.id = ?`, id)
}

/** As `documentOf`, of what is indexed by passages. */
export function passagesContentOf(db: Readable, kind: PassageKind, id: string): PassageContent | undefined {
  return db.get<PassageContent>(`${passageSql[kind]} AND e.id = ?`, id)
}

/** All documents, in the order in which they were made (ids are UUIDv7). */
export function* allDocuments(db: Readable): Generator<IndexedDocument> {
  for (const kind of documentKinds) yield* inPages<IndexedDocument>(db, documentSql[kind], 200)
}

/** All that is indexed by passages; dossiers are long, so few are held at a time. */
export function* allPassagesContent(db: Readable): Generator<PassageContent> {
  for (const kind of passageKinds) yield* inPages<PassageContent>(db, passageSql[kind], 10)
}

function* inPages<Content extends { entityId: string }>(
  db: Readable,
  sql: string,
  limit: number,
): Generator<Content> {
  let after = ''
  for (;;) {
    const page = db.all<Content>(`${sql} AND e.id > ? ORDER BY e.id LIMIT ${limit}`, after)
    yield* page
    const last = page.at(-1)
    if (!last) break
    after = last.entityId
  }
}

export function countContent(db: Readable): number {
  const counts = [...documentKinds, ...passageKinds].map(
    (kind) => `(SELECT count(*) FROM ${kind} WHERE deleted_at IS NULL)`,
  )
  return db.get<{ n: number }>(`SELECT ${counts.join(' + ')} AS n`)?.n ?? 0
}
