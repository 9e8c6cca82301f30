import { v7 as uuidv7 } from 'uuid'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, SqlValue, Writable } from './connection.ts'

/** The columns every new row of an entity starts with. */
export function newRow(): { id: string; created_at: string; updated_at: string } {
  const now = timestamp()
  return { id: uuidv7(), created_at: now, updated_at: now }
}

/** Now, and never at or before a moment that `deletionMoment` gave to something. */
export function timestamp(): string {
  return tick(0)
}

/**
 * A moment for `deleted_at`: shared by what goes to the trash together, and by nothing else, so that a restore finds all
 * of it and only that. No row is created at it either, as that would mean an undone creation.
 */
export function deletionMoment(): string {
  const moment = tick(1)
  tick(1)
  return moment
}

/** Moments given from here on are after `moment`, which another thread gave. */
export function continueFrom(moment: string): void {
  latest = Math.max(latest, Date.parse(moment))
}

let latest = 0
/** How far the counted moments may run ahead; a clock that is further back was set back, and is believed. */
const leadAtMost = 10_000

function tick(step: number): string {
  const now = Date.now()
  const next = latest + step
  latest = now >= next || next - now > leadAtMost ? now : next
  return new Date(latest).toISOString()
}

/** Inserts a row by its column names. */
export function insertRow(db: Writable, table: string, row: Record<string, SqlValue>): void {
  const names = Object.keys(row)
  db.run(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    row,
  )
}

/** Sets the columns that are given, and `updated_at`; nothing at all where none is given or none would differ. */
export function updateRow(
  db: Writable,
  table: string,
  id: string,
  patch: Record<string, SqlValue | undefined>,
): void {
  const given = Object.entries(patch).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined)
  if (given.length === 0) return
  const assignments = given.map(([name]) => `${name} = @${name}`).join(', ')
  const differs = given.map(([name]) => `${name} IS NOT @${name}`).join(' OR ')
  db.run(`UPDATE ${table} SET ${assignments}, updated_at = @updated_at WHERE id = @id AND (${differs})`, {
    ...Object.fromEntries(given),
    id,
    updated_at: timestamp(),
  })
}

/** @throws AppError `not-found` unless the row exists and is not in the trash. */
export function assertLive(db: Readable, table: string, id: string): void {
  const row = db.get(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`, id)
  if (row === undefined) throw notFound(table)
}

export function notFound(what: string): AppError {
  return new AppError(
    'not-found',
    `There is no such ${what}.`,
    'It may be in the trash: look there, or reload.',
  )
}

/** For `IN (SELECT value FROM json_each(?))`: any number of ids as one parameter, so that the statement stays one. */
export function idList(ids: readonly string[]): string {
  return JSON.stringify(ids)
}
