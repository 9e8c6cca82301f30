import { crc32, constants, deflateRawSync } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'
import { AppError } from '#shared/util/app-error.ts'
import type { Output } from '../output.ts'

export interface ZipWriter {
  /** Adds an entry from its pieces, one after the other. */
  add(name: string, pieces: Iterable<string>): void
  finish(): void
}

/** The same moment in every archive, so that one notebook always gives the same bytes. */
const moment = new Date(1980, 0, 1, 12)
const pieceBytes = 1 << 18

/**
 * Writes a ZIP archive as it comes, so that it need not be in memory.
 *
 * @param mostEntries as many as an archive can count in two bytes
 */
export function zipTo(output: Output, mostEntries = 65_535): ZipWriter {
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    output.write(chunk)
  })
  let entries = 0
  return {
    add(name, pieces) {
      if (++entries > mostEntries)
        throw new AppError(
          'export-too-large',
          `The archive would have more than ${mostEntries} files, which none can have.`,
          'Export a part of the notebook.',
        )
      const entry = new DeflatedEntry(name)
      entry.mtime = moment
      zip.add(entry)
      let pending: string[] = []
      let length = 0
      for (const piece of pieces) {
        pending.push(piece)
        length += piece.length
        if (length < pieceBytes) continue
        entry.push(Buffer.from(pending.join('')))
        pending = []
        length = 0
      }
      entry.push(Buffer.from(pending.join('')), true)
    },
    finish: () => zip.end(),
  }
}

/** Packed piece by piece by the machine's own zlib: a piece that is flushed can be followed by the next. */
class DeflatedEntry extends ZipPassThrough {
  override compression = 8

  override push(piece: Uint8Array, isLast = false): void {
    this.crc = crc32(piece, this.crc)
    this.size += piece.length
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    this.ondata(null, deflateRawSync(piece, { level: 6, finishFlush }), isLast)
  }
}
