import type { Coder } from '#shared/domain/coder.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { assertLive, insertRow, newRow, updateRow } from './rows.ts'

/** Everybody who has coded in this notebook, by name. */
export function listCoders(db: Readable): Coder[] {
  return db.all<Coder>('SELECT id, name FROM coder WHERE deleted_at IS NULL ORDER BY name')
}

/** The coder of this name in any case; a new one where there is none. */
export function ensureCoder(db: Writable, name: string): string {
  const known = coderNamed(db, name)
  if (known !== null) return known
  const row = newRow()
  insertRow(db, 'coder', { ...row, name })
  return row.id
}

/** @throws AppError `coder-exists` */
export function renameCoder(db: Writable, { id, name }: Coder): void {
  assertLive(db, 'coder', id)
  const known = coderNamed(db, name)
  if (known !== null && known !== id)
    throw new AppError('coder-exists', `There is a coder “${name}” already.`, 'Choose another name.')
  updateRow(db, 'coder', id, { name })
}

function coderNamed(db: Readable, name: string): string | null {
  const form = (text: string) => foldText(text) || text
  return listCoders(db).find((coder) => form(coder.name) === form(name))?.id ?? null
}
