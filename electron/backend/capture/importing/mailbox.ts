import { AppError } from '#shared/util/app-error.ts'
import type { ByteSource } from './byte-source.ts'
import { largestFile } from './import-entry.ts'

/** A message of a mailbox, as offsets in it: `start` at its headers, `end` exclusive. */
export interface MessageRange {
  readonly start: number
  readonly end: number
}

const chunkSize = 1_000_000
const longestLine = 1000
const mostMessages = 200_000
/** `From sender Thu Mar  5 18:42:00 2026`: who wrote it and when; a sentence that begins with From has no clock. */
const separator = /^From .*\d\d:\d\d.*\b(?:19|20)\d\d\b/

/**
 * Where the messages of an mbox file are. The file is read once, a piece at a time. A line is a separator where it
 * begins the file or follows an empty line, and names a time: programs differ in what else they quote.
 */
export async function findMessages(source: ByteSource): Promise<MessageRange[]> {
  const heads: { line: number; start: number }[] = []
  // One line of overlap on either side: a separator at the seam is found in one of the pieces.
  for (let offset = 0; offset < source.size; offset += chunkSize) {
    const from = Math.max(0, offset - 4)
    const piece = (await source.read(from, chunkSize + 4 + longestLine)).toString('latin1')
    for (let at = piece.indexOf('From '); at >= 0; at = piece.indexOf('From ', at + 5)) {
      const place = from + at
      if (place < offset || place >= offset + chunkSize) continue
      if (place > 0 && !/\n\r?\n$/.test(piece.slice(Math.max(0, at - 3), at))) continue
      const lineEnd = piece.indexOf('\n', at)
      if (lineEnd < 0 || !separator.test(piece.slice(at, lineEnd))) continue
      if (heads.length >= mostMessages)
        throw new AppError('archive-refused', 'This mailbox holds more than 200,000 messages.')
      heads.push({ line: place, start: from + lineEnd + 1 })
    }
  }
  return heads.map(({ start }, index) => ({ start, end: heads[index + 1]?.line ?? source.size }))
}

/**
 * The message as it was sent, without the `>` that mailboxes put before its own lines that begin with From.
 *
 * @throws AppError `file-too-large`
 */
export async function readMessage(source: ByteSource, { start, end }: MessageRange): Promise<Uint8Array> {
  if (end - start > largestFile) throw new AppError('file-too-large', 'The message is larger than 60 MB.')
  const written = (await source.read(start, end - start)).toString('latin1')
  return Buffer.from(written.replace(/^>(>*From )/gm, '$1'), 'latin1')
}
