import type { ImportFormat } from '#shared/domain/import.ts'
import { clipReaders } from './clips/index.ts'
import { codingReaders } from './coding/index.ts'
import type { ImportSource, Reader } from './reader.ts'

/** The reader of each format of another program; those asked first that know their files by the most. */
export const readers: Partial<Record<ImportFormat, Reader>> = { ...codingReaders, ...clipReaders }

/** The format whose reader knows this file; null where none does. */
export function recognise(source: ImportSource): ImportFormat | null {
  for (const [format, reader] of Object.entries(readers))
    if (reader.recognises(source)) return format as ImportFormat
  return null
}
