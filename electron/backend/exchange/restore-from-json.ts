import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '#shared/util/app-error.ts'
import { completeNotebook } from '../salvage/complete-notebook.ts'
import type { TableShape } from '../salvage/table-shapes.ts'
import { checkEvidence } from '../store/check.ts'
import type { SqlValue, Writable } from '../store/connection.ts'
import { migrate, newestVersion } from '../store/migrations/index.ts'
import { finishNotebookFile, startNotebookFile } from '../store/notebook-file.ts'
import { insertRow } from '../store/rows.ts'
import { takeTriggers } from '../store/take-triggers.ts'
import { jsonFormat, jsonVersion, truthTables } from './notebook-json.ts'

/**
 * Makes a new notebook of a complete export, with everything that was in the old one but the history for undo. Nothing is made
 * unless the file is whole, every reference leads somewhere and every text is what its hash says.
 *
 * @returns the number of rows
 * @throws AppError `no-such-file`, `not-an-export`, `newer-notebook`, `export-cut-short`, `export-altered`, and what
 * `startNotebookFile` throws
 */
export async function restoreFromJson(source: string, target: string): Promise<number> {
  if (!existsSync(source))
    throw new AppError('no-such-file', `There is no file ${source}.`, 'Check the name.')
  const unfinished = startNotebookFile(resolve(target))
  try {
    const { db } = unfinished
    const rows = readRows(db, source)
    const [problem] = [...foreignKeyProblems(db), ...(await checkEvidence(db))]
    if (problem !== undefined) throw altered(source, problem)
    finishNotebookFile(unfinished)
    return rows
  } finally {
    unfinished.discard()
  }
}

function readRows(db: Writable, source: string): number {
  const lines = jsonLines(source)
  const { schema } = headOf(source, lines.next().value)
  migrate(db, schema)
  db.exec('PRAGMA foreign_keys = OFF')
  const triggers = takeTriggers(db)
  const tables = new Map(truthTables(schema).map((table) => [table.name, table]))
  let rows = 0
  let isWhole = false
  db.transaction(() => {
    for (const { number, value } of lines) {
      const [[name, row] = ['', null]] = Object.entries(value)
      if (name === 'rows') {
        isWhole = row === rows
        break
      }
      const table = tables.get(name)
      if (table === undefined) throw altered(source, `Line ${number} is of an unknown table.`)
      insertRow(db, name, rowOf(table, row, source, number))
      rows++
    }
  })
  if (!isWhole) {
    throw new AppError(
      'export-cut-short',
      `${source} ends before its end.`,
      'Copy it again from where it was exported.',
    )
  }
  completeNotebook(db, triggers)
  return rows
}

function headOf(source: string, first: Line | undefined): { schema: number } {
  const { format, version, schema } = first?.value ?? {}
  if (format !== jsonFormat || typeof version !== 'number' || typeof schema !== 'number') {
    throw new AppError(
      'not-an-export',
      `${source} is not a complete export of a notebook.`,
      'Choose a file that was made with the format notebook-json.',
    )
  }
  if (version > jsonVersion || schema > newestVersion || schema < 1) {
    throw new AppError(
      'newer-notebook',
      `${source} was made by a newer version of Aide-Mémoire.`,
      'Update the app, then try again. The file was not touched.',
    )
  }
  return { schema }
}

function rowOf(
  { columns }: TableShape,
  given: unknown,
  source: string,
  number: number,
): Record<string, SqlValue> {
  const values = typeof given === 'object' && given !== null ? Object.entries(given) : []
  const row: Record<string, SqlValue> = {}
  for (const [name, value] of values) {
    const column = columns.find((candidate) => candidate.name === name)
    const isScalar = value === null || typeof value === 'string' || typeof value === 'number'
    if (column === undefined || !isScalar) throw altered(source, `Line ${number} has an unknown ${name}.`)
    row[name] = column.type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'base64') : value
  }
  if (values.length !== columns.length) throw altered(source, `Line ${number} lacks a column.`)
  return row
}

function foreignKeyProblems(db: Writable): string[] {
  const [row] = db.all<{ table: string; parent: string }>('PRAGMA foreign_key_check')
  return row === undefined ? [] : [`A row of ${row.table} refers to a missing ${row.parent}.`]
}

function altered(source: string, problem: string): AppError {
  return new AppError(
    'export-altered',
    `${source} is not as it was exported: ${problem}`,
    'Export the notebook again. Nothing was made of this file.',
  )
}

interface Line {
  number: number
  value: Record<string, unknown>
}

const chunkBytes = 1 << 20

/** The objects of a file of JSON Lines, one after the other; a line is in memory, the file never is. */
function* jsonLines(path: string): Generator<Line, undefined> {
  const handle = openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(chunkBytes)
    let pending: Buffer[] = []
    let number = 0
    const lineOf = (last: Buffer): Line => {
      const text = Buffer.concat([...pending, last]).toString('utf8')
      pending = []
      return { number: ++number, value: parseObject(path, number, text) }
    }
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      let from = 0
      for (let end = chunk.indexOf(10); end !== -1 && end < read; end = chunk.indexOf(10, from)) {
        yield lineOf(chunk.subarray(from, end))
        from = end + 1
      }
      pending.push(Buffer.from(chunk.subarray(from, read)))
    }
    if (pending.some((part) => part.length > 0)) yield lineOf(Buffer.alloc(0))
  } finally {
    closeSync(handle)
  }
}

function parseObject(path: string, number: number, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Told below, with where it is.
  }
  if (number === 1) return {}
  throw altered(path, `Line ${number} is not JSON.`)
}
