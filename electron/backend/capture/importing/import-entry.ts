import type { ErrorData } from '#shared/util/app-error.ts'

/** One thing to import: a file, an entry of an archive, a message of a mailbox. Nothing of it is read before its turn. */
export interface ImportEntry {
  /** Where it is, as the user would say it: the path from what was named, with the place inside an archive. */
  readonly name: string
  readonly fileName: string
  /** @throws AppError where it is locked, too large or broken */
  read(): Promise<Uint8Array>
  /** Of a page saved with its folder: the pictures in it that the page names, by their path from the page. */
  pictures?(page: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>>
}

export interface ImportFailure {
  readonly name: string
  readonly error: ErrorData
}

/** What an import would read, and what it cannot. */
export interface ImportPlan {
  readonly entries: readonly ImportEntry[]
  readonly failures: readonly ImportFailure[]
  /** How many files are no articles by their name: pictures, style sheets, programs. */
  readonly passedOver: number
  close(): Promise<void>
}

/** The largest file that is read. */
export const largestFile = 60_000_000

export const isArchive = (name: string) => /\.zip$/i.test(name)
export const isMailbox = (name: string) => /\.mbo?x$/i.test(name)
