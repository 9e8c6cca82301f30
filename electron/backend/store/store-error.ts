import { AppError } from '#shared/util/app-error.ts'

type Explanation = [code: string, message: (path: string) => string, hint: string]

const explanations: Array<[sqliteCodes: RegExp, Explanation]> = [
  [
    /^SQLITE_FULL/,
    [
      'disk-full',
      (path) => `There is no space left to write to ${path}.`,
      'Free some space and do it again. Nothing was changed, and nothing is lost.',
    ],
  ],
  [
    /^SQLITE_CORRUPT_VTAB/,
    [
      'damaged-index',
      (path) => `The search index of ${path} is damaged; articles and quotes are not.`,
      'Make it anew with: reindex',
    ],
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    [
      'damaged-notebook',
      (path) => `A part of ${path} is damaged and cannot be read.`,
      'Restore a backup, or save what can still be read with: salvage TARGET',
    ],
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    ['notebook-busy', (path) => `Another program is busy writing to ${path}.`, 'Try again in a moment.'],
  ],
  [
    /^SQLITE_(READONLY|PERM|AUTH)/,
    ['read-only', (path) => `${path} cannot be written to.`, 'Copy it to a folder of your own.'],
  ],
  [
    /^SQLITE_CANTOPEN/,
    [
      'cannot-open',
      (path) => `${path}, or the journal beside it, cannot be opened.`,
      'Look at its name and its permissions, and at those of its folder.',
    ],
  ],
  [
    /^SQLITE_IOERR/,
    [
      'disk-error',
      (path) => `The disk refused to read or write ${path}.`,
      'Check the disk and its free space; then close the notebook and open it again.',
    ],
  ],
]

/** What SQLite threw, as something a user can act on; anything else stays what it was. The cause is kept. */
export function explained(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  const found = explanations.find(([codes]) => codes.test(code))?.[1]
  if (found === undefined) return error
  const [appCode, message, hint] = found
  return new AppError(appCode, message(path), hint, { cause: error })
}

/** For damage that a check has found, in SQLite's words. */
export function damagedNotebook(path: string, problem: string): AppError {
  return new AppError(
    'damaged-notebook',
    `${path} is damaged: ${problem}.`,
    'Restore a backup, or save what can still be read with: salvage TARGET',
  )
}

/** SQLite's own code behind an error, however often explained; empty where there is none. */
export function sqliteCode(error: unknown): string {
  if (error instanceof AppError) return error.cause === undefined ? '' : sqliteCode(error.cause)
  const code = (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : ''
}

/** Whether the file itself is at fault: pages that contradict one another, or bytes that are no database. */
export function isDamage(error: unknown): boolean {
  // What comes from a worker has lost its cause.
  if (error instanceof AppError && error.code === 'damaged-notebook') return true
  return /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error)) && !isIndexDamage(error)
}

/** Whether only the search index is, which can be made anew. */
export function isIndexDamage(error: unknown): boolean {
  return sqliteCode(error) === 'SQLITE_CORRUPT_VTAB'
}
