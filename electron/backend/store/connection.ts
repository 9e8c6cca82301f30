import type BetterSqlite3 from 'better-sqlite3'
import { loadDriver } from './driver.ts'
import { explained } from './store-error.ts'
import type { OnProgress } from './task-controls.ts'

export type SqlValue = string | number | bigint | Uint8Array | null
export type SqlParameters = SqlValue[] | [Record<string, SqlValue>]

/**
 * A connection to read with. It cannot write: it is opened read-only, and its type has no way to. Everything a connection
 * throws for reasons outside the program (a full disk, a damaged page) is an `AppError` that says what to do.
 */
export interface Readable {
  readonly path: string
  get<Row>(sql: string, ...parameters: SqlParameters): Row | undefined
  all<Row>(sql: string, ...parameters: SqlParameters): Row[]
  iterate<Row>(sql: string, ...parameters: SqlParameters): IterableIterator<Row>
  /** Makes a virtual table of the connection's own (`temp.NAME`) that shows what the file holds in another way. */
  addView(name: string, using: string): void
  close(): void
}

declare const canWrite: unique symbol

/** The one connection that writes. What is handed a `Readable` never gets hold of it. */
export interface Writable extends Readable {
  readonly [canWrite]: true
  run(sql: string, ...parameters: SqlParameters): { changes: number; lastInsertRowid: number | bigint }
  exec(sql: string): void
  defineFunction(name: string, run: (...values: unknown[]) => SqlValue): void
  /**
   * Runs `work` inside BEGIN IMMEDIATE … COMMIT; anything it throws rolls back. Refuses to run inside another transaction,
   * and to wait for a promise: what follows an `await` would be written outside.
   */
  transaction<T>(work: () => T): T
}

/** Settings every connection is given and must then report back. What the build defaults to is not relied on. */
const settings: Record<string, number> = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  journal_size_limit: 67_108_864,
  mmap_size: 0,
  temp_store: 2,
  cache_size: -32_000,
}

/** Pages copied before a thread that was told to stop does so: a tenth of a second's worth. */
const pagesAStep = 20_000

export function openReadable(path: string): Readable {
  return open(path, { readonly: true, fileMustExist: true, timeout: 5000 }, (raw) => {
    applySettings(raw)
    return connectionOf(raw)
  })
}

export function openWritable(path: string): Writable {
  return open(path, { fileMustExist: true, timeout: 5000 }, (raw) => {
    assertSetting(raw, 'journal_mode', 'wal', raw.pragma('journal_mode = WAL', { simple: true }))
    applySettings(raw)
    return writableOf(raw)
  })
}

/**
 * Copies the whole database to `target` as it is at this moment, and reads from the same moment; what is written meanwhile is
 * in neither. For a thread that has nothing else to do.
 */
export async function copyMoment<T>(
  path: string,
  target: string,
  read: (db: Readable) => T,
  onProgress: OnProgress = () => {},
): Promise<T> {
  const raw = openMoment(path)
  try {
    const result = read(connectionOf(raw))
    await raw.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages)
        return pagesAStep
      },
    })
    return result
  } catch (error) {
    throw explained(error, target)
  } finally {
    raw.close()
  }
}

/** Reads the notebook as it is at this moment for as long as `read` takes, whatever is written to it meanwhile. */
export async function readMoment<T>(path: string, read: (db: Readable) => T | Promise<T>): Promise<T> {
  const raw = openMoment(path)
  try {
    return await read(connectionOf(raw))
  } finally {
    raw.close()
  }
}

function openMoment(path: string): BetterSqlite3.Database {
  return open(path, { readonly: true, fileMustExist: true, timeout: 5000 }, (raw) => {
    applySettings(raw)
    raw.exec('BEGIN')
    return raw
  })
}

/** An empty database outside any notebook: `:memory:`, or a new file in the making. */
export function openScratch(path = ':memory:'): Writable {
  return open(path, {}, (raw) => {
    applySettings(raw)
    return writableOf(raw)
  })
}

function applySettings(raw: BetterSqlite3.Database): void {
  for (const [name, value] of Object.entries(settings)) {
    raw.pragma(`${name} = ${value}`)
    const reported = raw.pragma(name, { simple: true })
    // A build with memory mapping compiled out answers nothing to mmap_size, which is what we want of it.
    if (name === 'mmap_size' && reported === undefined) continue
    assertSetting(raw, name, value, reported)
  }
}

function assertSetting(raw: BetterSqlite3.Database, name: string, wanted: unknown, reported: unknown): void {
  if (reported !== wanted) {
    throw new Error(`${raw.name}: the setting ${name} is ${String(reported)} and must be ${String(wanted)}.`)
  }
}

function open<Connection>(
  path: string,
  options: BetterSqlite3.Options,
  prepare: (raw: BetterSqlite3.Database) => Connection,
): Connection {
  const Database = loadDriver()
  return explaining(path, () => {
    const raw = new Database(path, options)
    try {
      return prepare(raw)
    } catch (error) {
      raw.close()
      throw error
    }
  })
}

function explaining<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explained(error, path)
  }
}

function connectionOf(raw: BetterSqlite3.Database): Readable {
  const statement = statementCache(raw)
  return {
    path: raw.name,
    get: <Row>(sql: string, ...parameters: SqlParameters) =>
      explaining(raw.name, () => statement(sql).get(...parameters)) as Row | undefined,
    all: <Row>(sql: string, ...parameters: SqlParameters) =>
      explaining(raw.name, () => statement(sql).all(...parameters)) as Row[],
    // An iterator keeps its statement busy, so it gets one of its own.
    *iterate<Row>(sql: string, ...parameters: SqlParameters) {
      try {
        yield* raw.prepare(sql).iterate(...parameters) as IterableIterator<Row>
      } catch (error) {
        throw explained(error, raw.name)
      }
    },
    addView: (name, using) => {
      explaining(raw.name, () => raw.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${name} USING ${using}`))
    },
    close: () => {
      raw.close()
    },
  }
}

function writableOf(raw: BetterSqlite3.Database): Writable {
  const statement = statementCache(raw)
  const connection: Omit<Writable, typeof canWrite> = {
    ...connectionOf(raw),
    run: (sql, ...parameters) => explaining(raw.name, () => statement(sql).run(...parameters)),
    exec: (sql) => {
      explaining(raw.name, () => raw.exec(sql))
    },
    defineFunction: (name, run) => {
      raw.function(name, { varargs: true, directOnly: false }, run)
    },
    transaction: (work) => {
      if (raw.inTransaction) throw new Error('A transaction was started inside another one.')
      return explaining(raw.name, () => raw.transaction(work).immediate())
    },
  }
  return connection as Writable
}

/** Each statement is prepared once for the life of the connection; the SQL text is its name. */
function statementCache(raw: BetterSqlite3.Database): (sql: string) => BetterSqlite3.Statement {
  const prepared = new Map<string, BetterSqlite3.Statement>()
  return (sql) => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      statement = raw.prepare(sql)
      prepared.set(sql, statement)
    }
    return statement
  }
}
