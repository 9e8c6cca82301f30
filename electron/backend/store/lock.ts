import { existsSync, rmSync } from 'node:fs'
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

const attempts = 5

/**
 * Takes the notebook's lock: a small database beside it, `NAME.memoire-lock`, that names the holder and that the holder
 * keeps in an open write transaction. The operating system frees it when the process ends, so no lock outlives a crash,
 * and anybody can read who holds it. Answers at once; `unwritable` where the folder cannot be written to.
 */
export function acquireLock(notebookPath: string, program: string): LockAttempt {
  const path = lockPath(notebookPath)
  const Database = loadDriver()
  for (let attempt = 0; attempt < attempts; attempt++) {
    let db: BetterSqlite3.Database
    try {
      db = new Database(path, { timeout: 0 })
    } catch {
      return { kind: 'unwritable' }
    }
    try {
      const outcome = tryToHold(db, path, program)
      if (outcome === 'locked') return { kind: 'locked', lock: { release: () => release(db, path) } }
      db.close()
      if (outcome === 'held') return { kind: 'held', holder: readHolder(notebookPath) }
    } catch (error) {
      db.close()
      const code = (error as { code?: string }).code ?? ''
      if (code.startsWith('SQLITE_BUSY')) return { kind: 'held', holder: readHolder(notebookPath) }
      if (
        code.startsWith('SQLITE_READONLY') ||
        code.startsWith('SQLITE_CANTOPEN') ||
        code.startsWith('SQLITE_IOERR')
      )
        return { kind: 'unwritable' }
      if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) rmSync(path, { force: true })
      else throw error
    }
  }
  return { kind: 'held', holder: readHolder(notebookPath) }
}

/** Who holds the notebook now, as far as its lock file says. */
export function readHolder(notebookPath: string): Holder | null {
  const written = readHolderText(lockPath(notebookPath))
  const parsed = written === null ? null : holderSchema.safeParse(JSON.parse(written))
  return parsed?.success ? parsed.data : null
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

/** `again`: somebody removed the file between our opening and our locking it. */
function tryToHold(db: BetterSqlite3.Database, path: string, program: string): 'locked' | 'held' | 'again' {
  const me = JSON.stringify(describeMe(program))
  db.exec('BEGIN IMMEDIATE')
  db.exec(
    'CREATE TABLE IF NOT EXISTS holder (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), holder TEXT NOT NULL)',
  )
  db.prepare('INSERT INTO holder VALUES (1, ?) ON CONFLICT DO UPDATE SET holder = excluded.holder').run(me)
  db.exec('COMMIT')
  // The name is readable only once committed; the transaction held from here on is the lock itself.
  db.exec('BEGIN IMMEDIATE')
  const row = db.prepare('SELECT holder FROM holder').get() as { holder: string } | undefined
  if (row?.holder !== me) return 'held'
  // Read once more by name: what we hold may be a file that its last holder removed in the meantime.
  return readHolderText(path) === me ? 'locked' : 'again'
}

function release(db: BetterSqlite3.Database, path: string): void {
  // Removed while still held, so that nobody can take a lock on a file that is about to vanish; Windows keeps open
  // files from being removed, hence the second try.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  db.exec('ROLLBACK')
  db.close()
  if (process.platform === 'win32') {
    try {
      rmSync(path, { force: true })
    } catch {
      // Taken by somebody else in between: it is theirs now.
    }
  }
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
