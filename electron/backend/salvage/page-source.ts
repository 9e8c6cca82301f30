import { existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** The pages of a database file, whatever state it is in, with the committed ones of its journal laid over them. */
export interface PageSource {
  readonly pageSize: number
  /** Bytes of a page that hold content. */
  readonly usable: number
  readonly pageCount: number
  /** `PRAGMA user_version`, if the header is one. */
  readonly version: number
  /** Numbers count from 1. @throws DamagedPage where there is no such page */
  page(number: number): Buffer
}

/** A page, or a part of one, that is not what it should be. */
export class DamagedPage extends Error {}

/** What our notebooks are made with, for a header that says nothing sensible. */
const usualPageSize = 4096
const walHeaderBytes = 32
const frameHeaderBytes = 24

/**
 * Opens a file for reading page by page. Its handle stays open until the process ends: to close it would drop the locks that
 * SQLite holds on the same file in this process (POSIX).
 */
export function openPages(path: string): PageSource {
  const handle = openSync(path, 'r')
  const header = Buffer.alloc(100)
  readSync(handle, header, 0, 100, 0)
  const pageSize = pageSizeOf(header.readUInt16BE(16))
  const journal = readJournal(`${path}-wal`, pageSize)
  const first = journal.pages.get(1)?.() ?? header
  const pageCount = Math.max(Math.ceil(fstatSync(handle).size / pageSize), ...journal.pages.keys())
  return {
    pageSize,
    usable: pageSize - (first[20] ?? 0),
    pageCount,
    version: first.readUInt32BE(60),
    page(number) {
      const newer = journal.pages.get(number)
      if (newer !== undefined) return newer()
      const page = Buffer.alloc(pageSize)
      const isThere = number >= 1 && number <= pageCount
      if (!isThere || readSync(handle, page, 0, pageSize, (number - 1) * pageSize) === 0) {
        throw new DamagedPage(`There is no page ${number}.`)
      }
      return page
    },
  }
}

function pageSizeOf(written: number): number {
  if (written === 1) return 65_536
  return written >= 512 && (written & (written - 1)) === 0 ? written : usualPageSize
}

/** The latest committed version of each page in the journal; it ends at the first frame whose checksum is wrong. */
function readJournal(path: string, pageSize: number): { pages: Map<number, () => Buffer> } {
  const committed = new Map<number, () => Buffer>()
  if (!existsSync(path)) return { pages: committed }
  const handle = openSync(path, 'r')
  const read = (length: number, position: number) => {
    const bytes = Buffer.alloc(length)
    return readSync(handle, bytes, 0, length, position) === length ? bytes : null
  }
  const header = read(walHeaderBytes, 0)
  if (header === null || header.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1) return { pages: committed }
  const isBigEndian = (header.readUInt32BE(0) & 1) === 1
  const sum = createChecksum(isBigEndian)
  sum.add(header.subarray(0, 24))
  if (!sum.equals(header, 24) || header.readUInt32BE(8) !== pageSize) return { pages: committed }
  const uncommitted = new Map<number, () => Buffer>()
  for (let position = walHeaderBytes; ; position += frameHeaderBytes + pageSize) {
    const frame = read(frameHeaderBytes + pageSize, position)
    if (frame === null || frame.compare(header, 16, 24, 8, 16) !== 0) break
    sum.add(frame.subarray(0, 8))
    sum.add(frame.subarray(frameHeaderBytes))
    if (!sum.equals(frame, 16)) break
    const start = position + frameHeaderBytes
    uncommitted.set(frame.readUInt32BE(0), () => read(pageSize, start) ?? Buffer.alloc(pageSize))
    if (frame.readUInt32BE(4) === 0) continue
    for (const [number, page] of uncommitted) committed.set(number, page)
    uncommitted.clear()
  }
  return { pages: committed }
}

/** The running checksum of a journal: https://sqlite.org/fileformat2.html#checksum_algorithm */
function createChecksum(isBigEndian: boolean) {
  let s0 = 0
  let s1 = 0
  return {
    add(bytes: Buffer): void {
      for (let at = 0; at < bytes.length; at += 8) {
        const word = (offset: number) =>
          isBigEndian ? bytes.readUInt32BE(at + offset) : bytes.readUInt32LE(at + offset)
        s0 = (s0 + word(0) + s1) >>> 0
        s1 = (s1 + word(4) + s0) >>> 0
      }
    },
    equals: (bytes: Buffer, at: number) => bytes.readUInt32BE(at) === s0 && bytes.readUInt32BE(at + 4) === s1,
  }
}
