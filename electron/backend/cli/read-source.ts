import { readFileSync } from 'node:fs'
import { AppError } from '#shared/util/app-error.ts'

/** The bytes of a file, or of standard input (`-`). @throws AppError `file-unreadable` */
export function readSource(source: string): Buffer {
  try {
    return readFileSync(source === '-' ? 0 : source)
  } catch (error) {
    throw new AppError(
      'file-unreadable',
      `${source} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
      'Check the name, or give a web address that begins with http:// or https://.',
      { cause: error },
    )
  }
}
