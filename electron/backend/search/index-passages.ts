import type { PassageKind } from '#shared/search/query.ts'
import type { Writable } from '../store/connection.ts'
import { digestOf, type IndexColumns, indexColumns, nextRowId, writeTokens } from './index-document.ts'
import { passagesOf } from './passages.ts'

/** What is indexed of an entity whose text is taken passage by passage; its language is found in each of them. */
export interface PassageContent {
  kind: PassageKind
  entityId: string
  title: string
  text: string
}

/** The `part` of the row that holds the title. */
export const titlePart = 'title'

/** The rows that an entity has in the index, by their part; a passage that stands there twice has one. */
export function passageRows({ title, text }: PassageContent): Map<string, () => IndexColumns> {
  const columns = (title: string, text: string) => () => indexColumns({ title, text, lang: '' })
  const rows = new Map([[titlePart, columns(title, '')]])
  for (const passage of passagesOf(text)) rows.set(passage.part, columns('', passage.text))
  return rows
}

/**
 * Puts an entity into the index, or in place of what it was there before. Passages that are there already cost no write. Call it
 * inside the transaction that changed the entity.
 */
export function indexPassages(db: Writable, content: PassageContent): void {
  const { kind, entityId } = content
  const wanted = passageRows(content)
  for (const { rowid, part, digest } of knownRows(db, kind, entityId)) {
    const columnsOf = wanted.get(part)
    const isSame =
      columnsOf !== undefined && (part !== titlePart || Buffer.compare(digest, digestOf(columnsOf())) === 0)
    if (isSame) wanted.delete(part)
    else removeRow(db, rowid)
  }
  for (const [part, columnsOf] of wanted) {
    const columns = columnsOf()
    const rowid = nextRowId(db, kind)
    writeTokens(db, rowid, columns)
    db.run(
      'INSERT INTO search_passage (rowid, kind, entity_id, part, digest) VALUES (?, ?, ?, ?, ?)',
      rowid,
      kind,
      entityId,
      part,
      digestOf(columns),
    )
  }
}

/** Takes an entity out of the index; nothing happens where it is not in it. */
export function unindexPassages(db: Writable, kind: PassageKind, entityId: string): void {
  for (const { rowid } of knownRows(db, kind, entityId)) removeRow(db, rowid)
}

function knownRows(db: Writable, kind: PassageKind, entityId: string) {
  return db.all<{ rowid: number; part: string; digest: Uint8Array }>(
    'SELECT rowid, part, digest FROM search_passage WHERE kind = ? AND entity_id = ?',
    kind,
    entityId,
  )
}

function removeRow(db: Writable, rowid: number): void {
  db.run('DELETE FROM search_index WHERE rowid = ?', rowid)
  db.run('DELETE FROM search_passage WHERE rowid = ?', rowid)
}
