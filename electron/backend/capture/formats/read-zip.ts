import { unzipSync } from 'fflate'
import { AppError } from '#shared/util/app-error.ts'

const mostEntries = 5000
const largestEntry = 60_000_000
const largestAltogether = 200_000_000
/** Text packs to a twentieth at best; what unpacks to more than this many times its size was made to fill the memory. */
const highestRatio = 150

/**
 * The files of an archive that are wanted, by name. Sizes are bounded before anything is unpacked, so that an archive
 * made to fill the memory is refused.
 *
 * @throws AppError `archive-refused`, and fflate's own error where the archive is broken
 */
export function readZip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let entries = 0
  let total = 0
  const files = unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      entries += 1
      if (entries > mostEntries) throw refused()
      if (!isWanted(name)) return false
      total += originalSize
      const isBomb = originalSize > 1_000_000 && originalSize > size * highestRatio
      if (isBomb || originalSize > largestEntry || total > largestAltogether) throw refused()
      return true
    },
  })
  return new Map(Object.entries(files))
}

function refused(): AppError {
  return new AppError(
    'archive-refused',
    'This document would unpack to more than a document can hold.',
    'Open it in the program it was made with, and save it anew or copy its words.',
  )
}
