import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { SalvageReport } from '#shared/domain/notebook.ts'
import { AppError } from '#shared/util/app-error.ts'
import { checkEvidence } from '../store/check.ts'
import type { Writable } from '../store/connection.ts'
import { acquireLock, isHeldHere } from '../store/lock.ts'
import { migrate, newestVersion } from '../store/migrations/index.ts'
import { extension, finishNotebookFile, startNotebookFile } from '../store/notebook-file.ts'
import { takeTriggers } from '../store/take-triggers.ts'
import { completeNotebook } from './complete-notebook.ts'
import { findRows } from './find-rows.ts'
import { createLeftovers, type Leftovers } from './leftovers-file.ts'
import { openPages } from './page-source.ts'
import { countSaved, saveRows } from './save-rows.ts'
import { addStandIns, anchorAgain, mendDocuments, removeDangling } from './stand-ins.ts'
import { type TableShape, tableShapes } from './table-shapes.ts'
import type { Survey } from './walk-tree.ts'

/**
 * Copies everything that can be read of a notebook, damaged or not, into a new one at `target`, and tells what was lost.
 * The notebook itself is only read. Gives way to other work between portions.
 *
 * @throws AppError `no-such-notebook`, `file-exists`, `no-such-folder`, `notebook-busy`, `nothing-to-salvage`, `cannot-create`
 */
export async function salvageNotebook(path: string, target: string): Promise<SalvageReport> {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new AppError('no-such-notebook', `There is no notebook ${path}.`, 'Check the name.')
  const release = holdStill(path)
  const leftovers = createLeftovers(freePath(target.replace(/\.memoire$/, ''), '-leftovers.jsonl'))
  const unfinished = startNotebookFile(resolve(target))
  try {
    const source = openPages(path)
    const version = source.version > 0 && source.version <= newestVersion ? source.version : newestVersion
    const tables = tableShapes(version)
    const survey: Survey = { seen: new Set(), damagedPages: 0, unreadableCells: 0 }
    const { db } = unfinished
    migrate(db, version)
    // What belongs together comes from different pages: references are looked at when all is there.
    db.exec('PRAGMA foreign_keys = OFF')
    const triggers = takeTriggers(db)
    await saveRows(db, findRows(source, tables, survey), leftovers)
    const rows = countSaved(db, tables)
    if (rows.every(({ table, saved }) => table === 'notebook' || saved === 0)) throw nothingReadable(path)
    const standIns = complete(db, triggers, leftovers)
    const altered = (await checkEvidence(db)).length
    finishNotebookFile(unfinished)
    return {
      path: resolve(target),
      rows: rows.filter(({ table }) => isTold(table, tables)),
      damagedPages: survey.damagedPages,
      unreadableRows: survey.unreadableCells,
      standIns,
      altered,
      leftovers: leftovers.count === 0 ? null : { path: leftovers.path, count: leftovers.count },
    }
  } finally {
    unfinished.discard()
    release()
  }
}

/** A name for the new notebook beside the damaged one that nothing has yet. */
export function salvagePath(path: string): string {
  return freePath(join(dirname(path), `${basename(path, extension)} salvaged`), extension)
}

/** Makes a notebook of the rows: what is referred to is there, every quote has its place, the index says what the rows say. */
function complete(db: Writable, triggers: readonly string[], leftovers: Leftovers): number {
  const standIns = db.transaction(() => {
    db.run(
      'INSERT OR IGNORE INTO notebook (only_row, id, created_at) VALUES (1, ?, ?)',
      uuidv7(),
      new Date().toISOString(),
    )
    const made = mendDocuments(db) + addStandIns(db)
    anchorAgain(db)
    removeDangling(db, leftovers)
    return made
  })
  completeNotebook(db, triggers)
  return standIns
}

/** Nobody writes while we read. A folder that refuses a lock file has no writer either. */
function holdStill(path: string): () => void {
  // Held by this very process: whoever asked works on the notebook, and it is read-only by now.
  if (isHeldHere(path)) return () => {}
  const attempt = acquireLock(path, 'salvage')
  if (attempt.kind === 'held') {
    throw new AppError(
      'notebook-busy',
      `The notebook is open in ${attempt.holder?.program ?? 'another program'}.`,
      'Close it there first.',
    )
  }
  return attempt.kind === 'locked' ? () => attempt.lock.release() : () => {}
}

function freePath(start: string, end: string): string {
  for (let n = 1; ; n++) {
    const path = `${start}${n === 1 ? '' : ` ${n}`}${end}`
    if (!existsSync(path)) return path
  }
}

function isTold(name: string, tables: readonly TableShape[]): boolean {
  return name !== 'notebook' && name !== 'tombstone' && tables.some((table) => table.name === name)
}

function nothingReadable(path: string): AppError {
  return new AppError(
    'nothing-to-salvage',
    `Nothing that belongs to a notebook can be read in ${path}.`,
    'Look for a backup: they lie in the folder beside it whose name ends in -backups.',
  )
}
