import { type DocumentKind, isPassageKind, type SearchKind } from '#shared/search/query.ts'
import { tokenize } from '#shared/search/tokenize.ts'
import type { Readable, Writable } from '../store/connection.ts'
import { rowIdRange } from './row-ids.ts'
import { stemText, textLanguages } from './stem.ts'
import { TokenDigest } from './token-digest.ts'

/** What is indexed of an entity. `lang` is a BCP 47 tag, or empty. */
export interface IndexedDocument {
  kind: DocumentKind
  entityId: string
  articleId: string
  title: string
  text: string
  lang: string
}

/** The columns of `search_index` in order, each a list of folded tokens. */
export type IndexColumns = [title: string[], titleStems: string[], words: string[], stems: string[]]

/** The tokens of a document as they stand in the index. */
export function indexColumns({
  title,
  text,
  lang,
}: Pick<IndexedDocument, 'title' | 'text' | 'lang'>): IndexColumns {
  const titleTokens = tokenize(title)
  const tokens = tokenize(text)
  const languages = textLanguages(lang, tokens.length > 0 ? tokens : titleTokens)
  return [
    titleTokens.map(({ word }) => word),
    stemText(title, titleTokens, languages),
    tokens.map(({ word }) => word),
    stemText(text, tokens, languages),
  ]
}

export function digestOf(columns: IndexColumns): Uint8Array {
  const digest = new TokenDigest()
  for (const [column, tokens] of columns.entries()) {
    for (const [offset, token] of tokens.entries()) digest.add(column, offset, token)
  }
  return digest.bytes()
}

/**
 * Puts a document into the index, or in place of what it was there before; a document whose tokens have not changed costs no
 * write. Call it inside the transaction that changed the entity.
 */
export function indexDocument(db: Writable, document: IndexedDocument): void {
  const { kind, entityId, articleId } = document
  const columns = indexColumns(document)
  const digest = digestOf(columns)
  const known = indexedRow(db, kind, entityId)
  if (known && Buffer.compare(known.digest, digest) === 0) return
  const rowid = known?.rowid ?? nextRowId(db, kind)
  writeTokens(db, rowid, columns)
  db.run(
    `INSERT INTO search_document (rowid, kind, entity_id, article_id, digest) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (rowid) DO UPDATE SET article_id = excluded.article_id, digest = excluded.digest`,
    rowid,
    kind,
    entityId,
    articleId,
    digest,
  )
}

/** Writes a row of the index, or in place of what it held. */
export function writeTokens(db: Writable, rowid: number, columns: IndexColumns): void {
  const [title, titleStems, words, stems] = columns.map((tokens) => tokens.join(' ')) as [
    string,
    string,
    string,
    string,
  ]
  db.run(
    'INSERT OR REPLACE INTO search_index (rowid, title, title_stems, words, stems) VALUES (?, ?, ?, ?, ?)',
    rowid,
    title,
    titleStems,
    words,
    stems,
  )
}

/** Takes an entity out of the index; nothing happens where it is not in it. */
export function unindexDocument(db: Writable, kind: DocumentKind, entityId: string): void {
  const known = indexedRow(db, kind, entityId)
  if (!known) return
  db.run('DELETE FROM search_index WHERE rowid = ?', known.rowid)
  db.run('DELETE FROM search_document WHERE rowid = ?', known.rowid)
}

function indexedRow(db: Readable, kind: DocumentKind, entityId: string) {
  return db.get<{ rowid: number; digest: Uint8Array }>(
    'SELECT rowid, digest FROM search_document WHERE kind = ? AND entity_id = ?',
    kind,
    entityId,
  )
}

/** The row id after the last one of its kind. */
export function nextRowId(db: Readable, kind: SearchKind): number {
  const [first, last] = rowIdRange(kind)
  const table = isPassageKind(kind) ? 'search_passage' : 'search_document'
  const row = db.get<{ newest: number | null }>(
    `SELECT max(rowid) AS newest FROM ${table} WHERE rowid BETWEEN ? AND ?`,
    first,
    last,
  )
  return (row?.newest ?? first - 1) + 1
}
