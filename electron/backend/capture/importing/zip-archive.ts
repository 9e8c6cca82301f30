import { pipeline, Readable } from 'node:stream'
import { promisify } from 'node:util'
import { crc32, createInflateRaw, inflateRaw } from 'node:zlib'
import { AppError } from '#shared/util/app-error.ts'
import type { ByteSource } from './byte-source.ts'
import { largestFile } from './import-entry.ts'

/** A file of an archive. Its size is what the archive says, and reading it holds the archive to that. */
export interface ZipEntry {
  readonly name: string
  readonly size: number
  /** @throws AppError `archive-locked`, `archive-refused`, `file-too-large`, `document-unreadable` */
  read(): Promise<Uint8Array>
  /** The same piece by piece, for a file of up to `most` bytes that need not be in memory. */
  pieces(most: number): AsyncGenerator<Uint8Array>
}

interface Listed {
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  mode: number
  offset: number
}

const mostEntries = 100_000
const largestAltogether = 20_000_000_000
const largestDirectory = 64_000_000
/** As `formats/read-zip.ts` says why. */
const highestRatio = 150
const symbolicLink = 0o120000
const pieceBytes = 1 << 18
const unpack = promisify(inflateRaw)

/**
 * The files of a ZIP archive, by its table of contents; each is unpacked when it is read, so that an archive of any size
 * needs the memory of one file. Folders are left out.
 *
 * @throws AppError `archive-refused` for one made to fill the memory, `document-unreadable` for one that is broken
 */
export async function listZip(source: ByteSource): Promise<ZipEntry[]> {
  const listed = readDirectory(await directoryOf(source))
  if (listed.reduce((sum, { size }) => sum + size, 0) > largestAltogether) throw tooMuch()
  assertApart(listed)
  return listed
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({
      name: entry.name,
      size: entry.size,
      read: () => readEntry(source, entry),
      pieces: (most) => piecesOf(source, entry, most),
    }))
}

async function directoryOf(source: ByteSource): Promise<Buffer> {
  const tail = await source.read(Math.max(0, source.size - 65_557), 65_557)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) throw broken()
  const entries = tail.readUInt16LE(end + 10)
  const size = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (entries === 0xffff || size === 0xffffffff || offset === 0xffffffff || size > largestDirectory)
    throw tooMuch()
  const directory = await source.read(offset, size)
  if (directory.length !== size) throw broken()
  return directory
}

function readDirectory(directory: Buffer): Listed[] {
  const listed: Listed[] = []
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw broken()
    if (listed.length >= mostEntries) throw tooMuch()
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    listed.push({
      name: nameOf(directory.subarray(at + 46, nameEnd)),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return listed
}

/** Most programs write UTF-8 and not all of them say so. */
function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

/** Entries that share their bytes are how an archive of a few kilobytes unpacks to terabytes. */
function assertApart(listed: readonly Listed[]): void {
  const byOffset = [...listed].sort((a, b) => a.offset - b.offset)
  byOffset.forEach(({ offset, packed }, index) => {
    const next = byOffset[index + 1]
    if (next !== undefined && offset + 30 + packed > next.offset) throw tooMuch()
  })
}

async function readEntry(source: ByteSource, entry: Listed): Promise<Uint8Array> {
  const { method, crc, packed, size } = entry
  const bytes = await source.read(await beginOf(source, entry, largestFile), packed)
  const content = method === 0 ? bytes : await inflated(bytes, size)
  if (content.length !== size || crc32(content) !== crc) throw broken()
  return content
}

async function* piecesOf(source: ByteSource, entry: Listed, most: number): AsyncGenerator<Uint8Array> {
  const { method, crc, packed, size } = entry
  const packedPieces = Readable.from(read(source, await beginOf(source, entry, most), packed))
  const pieces = method === 0 ? packedPieces : pipeline(packedPieces, createInflateRaw(), () => undefined)
  let seen = 0
  let sum = 0
  try {
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      seen += piece.length
      if (seen > size) throw broken()
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw error instanceof AppError ? error : broken(error)
  }
  if (seen !== size || sum !== crc) throw broken()
}

async function* read(source: ByteSource, begin: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += pieceBytes)
    yield await source.read(begin + at, Math.min(pieceBytes, length - at))
}

/** Where the bytes of an entry begin, of which everything that can be told before they are read is as it should be. */
async function beginOf(source: ByteSource, entry: Listed, most: number): Promise<number> {
  const { name, flags, method, packed, size, mode, offset } = entry
  if ((flags & 1) === 1)
    throw new AppError(
      'archive-locked',
      'This file of the archive is locked with a password.',
      'Unpack the archive yourself, and import the folder.',
    )
  if (isOutside(name) || (mode & 0o170000) === symbolicLink)
    throw new AppError(
      'archive-refused',
      'This entry of the archive points outside of it.',
      'Unpack the archive yourself, and import the folder.',
    )
  if (method !== 0 && method !== 8) throw broken()
  if (size > most)
    throw new AppError('file-too-large', `The file is larger than ${Math.round(most / 1_000_000)} MB.`)
  if (size > 1_000_000 && size > packed * highestRatio) throw tooMuch()
  const head = await source.read(offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw broken()
  return offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
}

async function inflated(bytes: Buffer, size: number): Promise<Buffer> {
  try {
    return await unpack(bytes, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    throw broken(error)
  }
}

/** A name that would be written somewhere else by who trusts it. We write none, and trust no archive that has one. */
function isOutside(name: string): boolean {
  return (
    /^(?:[/\\]|[a-z]:)/i.test(name) ||
    name.includes('\0') ||
    name.split(/[/\\]/).some((part) => part === '..')
  )
}

function tooMuch(): AppError {
  return new AppError(
    'archive-refused',
    'This archive would unpack to more than an archive may hold.',
    'Unpack it yourself, and import the folder.',
  )
}

function broken(cause?: unknown): AppError {
  return new AppError(
    'document-unreadable',
    'The archive is broken and could not be read.',
    'Unpack it yourself, and import the folder.',
    { cause },
  )
}
