import { existsSync, rmSync, truncateSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import type BetterSqlite3 from 'better-sqlite3'
import { type Holder, holderSchema } from '#shared/domain/notebook.ts'
import { loadDriver } from './driver.ts'

/** The right to write to one notebook, until `release` or the end of the process, however it ends. */
export interface Lock {
  release(): void
}

export type LockAttempt =
  | { kind: 'locked'; lock: Lock }
  | { kind: 'held'; holder: Holder | null }
  | { kind: 'unwritable' }

type Outcome =
  | 'locked'
  /** Somebody else has it, or is just trying to get it. */
  | 'busy'
  /** The file vanished, was replaced or was mended under our hands. */
  | 'again'
  | 'unwritable'

/** Contenders disturb one another for a moment; a holder stays. So many times in a row it has been busy is a holder. */
const busyAtMost = 6
const attemptsAtMost = 100
const waitAtMost = 25

/** What this process holds. Its own lock files must never be opened as plain files: closing one drops the lock (POSIX). */
const heldHere = new Set<string>()

/** Whether this very process holds the notebook. */
export function isHeldHere(notebookPath: string): boolean {
  return heldHere.has(lockPath(notebookPath))
}

/**
 * Takes the notebook's lock: a small database beside it, `NAME.memoire-lock`, that names the holder and that the holder
 * keeps in an open write transaction. The operating system frees it when the process ends, so no lock outlives a crash,
 * and anybody can read who holds it. Answers within a fraction of a second; `unwritable` where the folder cannot be
 * written to.
 */
export function acquireLock(notebookPath: string, program: string): LockAttempt {
  const path = lockPath(notebookPath)
  if (heldHere.has(path)) return { kind: 'held', holder: readHolder(notebookPath) }
  let busy = 0
  for (let attempt = 0; attempt < attemptsAtMost && busy < busyAtMost; attempt++) {
    if (attempt > 0) pause(1 + Math.random() * waitAtMost)
    const { outcome, db } = tryToHold(path, program)
    if (outcome === 'locked' && db !== null) {
      heldHere.add(path)
      return { kind: 'locked', lock: { release: () => release(db, path) } }
    }
    db?.close()
    if (outcome === 'unwritable') return { kind: 'unwritable' }
    busy = outcome === 'busy' ? busy + 1 : 0
  }
  return { kind: 'held', holder: readHolder(notebookPath) }
}

/** Who holds the notebook now, as far as its lock file says. */
export function readHolder(notebookPath: string): Holder | null {
  const written = readHolderText(lockPath(notebookPath))
  try {
    const parsed = written === null ? null : holderSchema.safeParse(JSON.parse(written))
    return parsed?.success ? parsed.data : null
  } catch {
    return null
  }
}

function readHolderText(path: string): string | null {
  if (!existsSync(path)) return null
  const Database = loadDriver()
  try {
    const db = new Database(path, { readonly: true, timeout: 200 })
    try {
      return (db.prepare('SELECT holder FROM holder').get() as { holder: string } | undefined)?.holder ?? null
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

function lockPath(notebookPath: string): string {
  return `${notebookPath}-lock`
}

function tryToHold(path: string, program: string): { outcome: Outcome; db: BetterSqlite3.Database | null } {
  const Database = loadDriver()
  let db: BetterSqlite3.Database
  try {
    db = new Database(path, { timeout: 0 })
  } catch {
    return { outcome: 'unwritable', db: null }
  }
  try {
    return { outcome: hold(db, path, program), db }
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
      db.close()
      return { outcome: mend(path), db: null }
    }
    return { outcome: outcomeOf(error, code), db }
  }
}

function hold(db: BetterSqlite3.Database, path: string, program: string): Outcome {
  const me = JSON.stringify(describeMe(program))
  // Nothing in this file has to survive a crash, and a journal file would be shared with a successor of the same name.
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.exec('BEGIN IMMEDIATE')
  db.exec(
    'CREATE TABLE IF NOT EXISTS holder (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), holder TEXT NOT NULL)',
  )
  db.prepare('INSERT INTO holder VALUES (1, ?) ON CONFLICT DO UPDATE SET holder = excluded.holder').run(me)
  db.exec('COMMIT')
  // The name is readable only once committed; the transaction held from here on is the lock itself.
  db.exec('BEGIN IMMEDIATE')
  const row = db.prepare('SELECT holder FROM holder').get() as { holder: string } | undefined
  if (row?.holder !== me) return 'busy'
  // Read once more by name: what we hold may be a file that its last holder removed in the meantime.
  return readHolderText(path) === me ? 'locked' : 'again'
}

function outcomeOf(error: unknown, code: string): Outcome {
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  // The file was removed or replaced while we had it open, or emptied by somebody who mended it.
  if (code === 'SQLITE_READONLY_DBMOVED' || code === 'SQLITE_ERROR' || code === 'SQLITE_SCHEMA')
    return 'again'
  if (/^SQLITE_(READONLY|CANTOPEN|IOERR|FULL|PERM|AUTH)/.test(code)) return 'unwritable'
  throw error
}

/**
 * Empties a lock file that is no database: SQLite takes an empty file for a new one. It is never removed here. Another
 * process may have mended it a moment ago and hold it by now; a removal would take its lock away, emptying does not.
 */
function mend(path: string): Outcome {
  try {
    truncateSync(path)
    return 'again'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'again' : 'unwritable'
  }
}

function release(db: BetterSqlite3.Database, path: string): void {
  if (!db.open) return
  heldHere.delete(path)
  // Removed while still held, so that nobody can take a lock on a file that is about to vanish; Windows keeps open
  // files from being removed, hence the second try.
  if (process.platform !== 'win32') removeIfPossible(path)
  db.exec('ROLLBACK')
  db.close()
  if (process.platform === 'win32') removeIfPossible(path)
}

/** What stays behind is harmless; on Windows it may be somebody else's by now. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // See above.
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

function describeMe(program: string): Holder & { nonce: string } {
  return {
    pid: process.pid,
    host: hostname(),
    user: userName(),
    since: new Date().toISOString(),
    program,
    nonce: crypto.randomUUID(),
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
