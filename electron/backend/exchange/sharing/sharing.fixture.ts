import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import type { ImportReport } from '#shared/domain/import.ts'
import {
  type SharePart,
  type ShareReport,
  sharePartSchema,
  type Withholdable,
} from '#shared/domain/sharing.ts'
import { checkNotebook } from '../../checking/check-notebook.ts'
import { indexChanges } from '../../search/index-changes.ts'
import { rebuildIndex } from '../../search/rebuild-index.ts'
import { openReadable, type Readable, readMoment } from '../../store/connection.ts'
import type { Notebook } from '../../store/notebook.ts'
import { opened, temporaryFolder } from '../../store/notebook.fixture.ts'
import { mergeNotebook } from '../incoming/merge-notebook.ts'
import { openOtherNotebook } from '../incoming/notebook/open-other-notebook.ts'
import { writeShare } from './write-share.ts'

export const indexed = { index: indexChanges, reindex: rebuildIndex }

export const partOf = (part: Partial<SharePart>): SharePart => sharePartSchema.parse(part)

export interface Shared extends ShareReport {
  db: Readable
}

/** Writes a part of a notebook, finds nothing wrong with the file, and opens it to be looked at. */
export async function share(
  path: string,
  part: Partial<SharePart>,
  without?: readonly Withholdable[],
): Promise<Shared> {
  const folder = temporaryFolder()
  const target = join(folder, 'part.memoire')
  const order = {
    part: partOf(part),
    without,
    target,
    unfinished: join(folder, `.unfinished-${uuidv7()}`),
    replace: false,
  }
  const report = await readMoment(path, (db) => writeShare(db, order))
  const db = openReadable(target)
  onTestFinished(() => db.close())
  const { report: found } = await checkNotebook(db)
  if (!found.ok) throw new Error(`The file is not sound: ${JSON.stringify(found)}`)
  return { ...report, db }
}

/** Merges a notebook's file into an open one, as an import does. */
export async function importFile(notebook: Notebook, path: string): Promise<ImportReport> {
  const source = { path, isFolder: false, head: new Uint8Array() }
  const from = await openOtherNotebook(source, notebook.path, temporaryFolder())
  try {
    return notebook.mutate('exchange.import', (db) => mergeNotebook(db, from, { format: 'notebook' }))
  } finally {
    from.close()
  }
}

export const openedIndexed = (path?: string) => opened(path, indexed)

/** The ids in a table. */
export function idsIn(db: Readable, table: string): string[] {
  return db.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`).map(({ id }) => id)
}

/** The first row of this name. */
export function idOf(db: Readable, table: string, column: string, value: string): string {
  const row = db.get<{ id: string }>(
    `SELECT id FROM ${table} WHERE ${column} = ? AND deleted_at IS NULL`,
    value,
  )
  if (row === undefined) throw new Error(`There is no ${table} ${value}.`)
  return row.id
}
