import type { Readable, Writable } from './connection.ts'
import { insertRow, newRow, updateRow } from './rows.ts'

/** A style that was added to the notebook. */
export interface StoredStyle {
  id: string
  /** What dossiers know it by. */
  name: string
  title: string
  csl: string
}

const selection = 'SELECT id, name, title, csl FROM citation_style WHERE deleted_at IS NULL'

/** The styles of the notebook, by their titles. */
export function listStoredStyles(db: Readable): StoredStyle[] {
  return db.all<StoredStyle>(`${selection} ORDER BY title, name`)
}

export function storedStyle(db: Readable, name: string): StoredStyle | undefined {
  return db.get<StoredStyle>(`${selection} AND name = ?`, name)
}

/** Keeps a style under its name, in place of the one that has it. */
export function keepStyle(db: Writable, { name, title, csl }: Omit<StoredStyle, 'id'>): string {
  const known = storedStyle(db, name)
  if (known !== undefined) {
    updateRow(db, 'citation_style', known.id, { title, csl })
    return known.id
  }
  const row = newRow()
  insertRow(db, 'citation_style', { ...row, name, title, csl })
  return row.id
}
