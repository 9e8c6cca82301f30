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

/** SQLite's own code behind an error, explained or not; empty where there is none. */
export function sqliteCode(error: unknown): string {
  const own = error instanceof AppError ? (error.cause as { code?: unknown } | undefined)?.code : undefined
  const code = own ?? (error as { code?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : ''
}

/** Whether the file itself is at fault: pages that contradict one another, or bytes that are no database. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error))
}
