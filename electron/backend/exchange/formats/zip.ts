import { Zip, ZipDeflate } from 'fflate'
import type { Output } from '../output.ts'

export interface ZipWriter {
  /** Adds an entry from its pieces, one after the other. */
  add(name: string, pieces: Iterable<string>): void
  finish(): void
}

/** The same moment in every archive, so that one notebook always gives the same bytes. */
const moment = new Date(1980, 0, 1, 12)
const pieceBytes = 1 << 16

/** Writes a ZIP archive as it comes, so that it need not be in memory. */
export function zipTo(output: Output): ZipWriter {
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    output.write(chunk)
  })
  return {
    add(name, pieces) {
      const entry = new ZipDeflate(name, { level: 6 })
      entry.mtime = moment
      zip.add(entry)
      let pending = ''
      for (const piece of pieces) {
        pending += piece
        if (pending.length < pieceBytes) continue
        entry.push(Buffer.from(pending))
        pending = ''
      }
      entry.push(Buffer.from(pending), true)
    },
    finish: () => zip.end(),
  }
}
