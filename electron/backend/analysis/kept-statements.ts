import type { ChangeEvent } from '#shared/domain/journal.ts'
import type { Readable } from '../store/connection.ts'
import { followChanges } from './follow-changes.ts'
import { loadStatements, type Statements } from './statements.ts'

type Touched = ChangeEvent['entities']

/** The statements of one notebook, kept in memory and brought up to date. */
export interface KeptStatements {
  /** Of what was committed; taken into account by the next `current`, or by `catchUp`. */
  note(touched: Touched): void
  /** @param isTold whether `note` hears of every change; otherwise they are loaded anew once the file has changed */
  current(db: Readable, isTold: boolean): Statements
  /** Does ahead of the next question what it would have to wait for. */
  catchUp(): void
  /** Counts up whenever anything was changed or loaded. */
  version(): number
}

export function keepStatements(): KeptStatements {
  let kept: { db: Readable; statements: Statements; fileVersion: number } | undefined
  let noted: Touched | null = null
  let version = 0

  function catchUp(): void {
    if (noted === null || kept === undefined) return
    const touched = noted
    noted = null
    version += 1
    const { db, statements } = kept
    // Until they are whole again they are of no use: what fails in between has them loaded anew.
    kept = undefined
    const fileVersion = fileVersionOf(db)
    if (followChanges(db, statements, touched)) kept = { db, statements, fileVersion }
  }

  return {
    note: (touched) => {
      if (kept !== undefined) noted = noted === null ? touched : union(noted, touched)
    },
    catchUp,
    current: (db, isTold) => {
      if (kept?.db !== db) kept = undefined
      if (isTold) catchUp()
      else if (kept?.fileVersion !== fileVersionOf(db)) kept = undefined
      if (kept === undefined) {
        noted = null
        version += 1
        const fileVersion = fileVersionOf(db)
        kept = { db, statements: loadStatements(db), fileVersion }
      }
      return kept.statements
    },
    version: () => version,
  }
}

/** Both together; a change that names nothing makes the whole one that names nothing. */
function union(one: Touched, other: Touched): Touched {
  if (Object.keys(one).length === 0 || Object.keys(other).length === 0) return {}
  const kinds = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Touched>
  return Object.fromEntries(
    [...kinds].map((kind) => [kind, [...new Set([...(one[kind] ?? []), ...(other[kind] ?? [])])]]),
  )
}

/** Another number after every commit of another connection. */
function fileVersionOf(db: Readable): number {
  return db.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
}
