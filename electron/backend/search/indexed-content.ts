import { type SearchKind, searchKinds } from '#shared/search/query.ts'
import type { Readable } from '../store/connection.ts'
import type { IndexedDocument } from './index-document.ts'

/** What of the notebook is searched: the live entities of each kind, with their text. Quotes and comments have no title. A quote
 * is found by the words of its translations too. */
const contentSql: Record<SearchKind, string> = {
  article: `SELECT 'article' AS kind, a.id AS entityId, a.id AS articleId, a.title, r.text, a.lang
    FROM article a JOIN revision r ON r.id = a.current_revision_id
    WHERE a.deleted_at IS NULL`,
  quote: `SELECT 'quote' AS kind, e.id AS entityId, e.article_id AS articleId, '' AS title,
      e.exact || coalesce((SELECT char(10) || group_concat(t.text, char(10) ORDER BY t.id)
        FROM translation t WHERE t.quote_id = e.id AND t.deleted_at IS NULL), '') AS text, a.lang
    FROM quote e JOIN article a ON a.id = e.article_id
    WHERE e.deleted_at IS NULL`,
  comment: `SELECT 'comment' AS kind, e.id AS entityId, e.article_id AS articleId, '' AS title, e.text, '' AS lang
    FROM comment e
    WHERE e.deleted_at IS NULL`,
}
const idColumn: Record<SearchKind, string> = { article: 'a.id', quote: 'e.id', comment: 'e.id' }

/** The entity as it is to be indexed; undefined when it is in the trash or gone. */
export function contentOf(db: Readable, kind: SearchKind, id: string): IndexedDocument | undefined {
  return db.get<IndexedDocument>(`${contentSql[kind]} AND ${idColumn[kind]} = ?`, id)
}

/** Everything that is to be indexed, in the order in which it was made (ids are UUIDv7). */
export function* allContent(db: Readable): Generator<IndexedDocument> {
  for (const kind of searchKinds) {
    let after = ''
    for (;;) {
      const sql = `${contentSql[kind]} AND ${idColumn[kind]} > ? ORDER BY ${idColumn[kind]} LIMIT 200`
      const page = db.all<IndexedDocument>(sql, after)
      yield* page
      const last = page.at(-1)
      if (!last) break
      after = last.entityId
    }
  }
}

export function countContent(db: Readable): number {
  const counts = searchKinds.map((kind) => `(SELECT count(*) FROM ${kind} WHERE deleted_at IS NULL)`)
  return db.get<{ n: number }>(`SELECT ${counts.join(' + ')} AS n`)?.n ?? 0
}
