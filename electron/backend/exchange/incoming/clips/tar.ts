import { AppError } from '#shared/util/app-error.ts'
import { isHiddenFile } from '#shared/util/article-files.ts'
import { type ByteSource, openFile } from '../../../capture/importing/byte-source.ts'
import { largestPart, unreadable } from './chosen-file.ts'
import { type FileTree, reopeningFile } from './file-tree.ts'

const blockSize = 512
const mostEntries = 500_000
const longestExtension = 1_000_000

interface TarEntry {
  name: string
  size: number
  /** Of its first byte in the archive. */
  offset: number
}

/**
 * The files of a tape archive (ustar, with the long names of GNU and pax), each read when it is asked for.
 *
 * @throws AppError `archive-refused` for one that holds links or devices, or leads out of itself; `import-unreadable` for one
 * that is broken or cut short
 */
export async function openTar(path: string): Promise<FileTree> {
  const entries = new Map<string, TarEntry>()
  const listing = await openFile(path)
  try {
    for await (const entry of entriesOf(listing))
      if (!isHiddenFile(entry.name) && !entries.has(entry.name)) entries.set(entry.name, entry)
  } finally {
    await listing.close()
  }
  const source = await reopeningFile(path)
  return {
    files: [...entries.keys()].sort(),
    has: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) throw unreadable(`There is no ${name} in the archive.`)
      if (entry.size > largestPart) throw new AppError('file-too-large', 'The file is larger than 60 MB.')
      return source.read(entry.offset, entry.size)
    },
  }
}

async function* entriesOf(source: ByteSource): AsyncGenerator<TarEntry> {
  let longName: string | undefined
  let count = 0
  for (let at = 0; at + blockSize <= source.size; ) {
    const header = await source.read(at, blockSize)
    if (header.every((byte) => byte === 0)) return
    assertChecksum(header)
    if (++count > mostEntries) throw refused('It holds more than 500,000 files.')
    const size = octal(header, 124, 12)
    const offset = at + blockSize
    if (offset + size > source.size) throw unreadable('The archive is cut short.')
    const type = String.fromCharCode(header[156] ?? 0)
    at = offset + Math.ceil(size / blockSize) * blockSize
    if (type === 'L' || type === 'x') {
      if (size > longestExtension) throw refused('It names a file in more than a megabyte.')
      const extension = (await source.read(offset, size)).toString('utf8')
      longName = (type === 'L' ? extension.replace(/\0.*$/s, '') : pathInPax(extension)) ?? longName
      continue
    }
    const name = (longName ?? nameIn(header)).replace(/^\.\//, '')
    longName = undefined
    if (type === 'g' || type === '5') continue
    if (type !== '0' && type !== '\0' && type !== '7') throw refused('It holds links or devices.')
    if (isOutside(name)) throw refused('A file in it leads out of it.')
    yield { name, size, offset }
  }
}

/** The sum of all bytes of a header, the sum itself counted as spaces. */
function assertChecksum(header: Buffer): void {
  let sum = 0
  header.forEach((byte, index) => {
    sum += index >= 148 && index < 156 ? 0x20 : byte
  })
  if (sum !== octal(header, 148, 8)) throw unreadable('The archive is broken: the sum of a header is wrong.')
}

function octal(header: Buffer, start: number, length: number): number {
  const written = header
    .subarray(start, start + length)
    .toString('latin1')
    .replaceAll(/[\0 ]/g, '')
  if (!/^[0-7]*$/.test(written)) throw unreadable('The archive is broken: a number in a header is none.')
  return Number.parseInt(written || '0', 8)
}

function nameIn(header: Buffer): string {
  const text = (start: number, length: number) =>
    header
      .subarray(start, start + length)
      .toString('utf8')
      .replace(/\0.*$/s, '')
  const prefix = text(257, 5) === 'ustar' ? text(345, 155) : ''
  return prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`
}

/** The path in records of the form `27 path=some/long name.md`. */
function pathInPax(records: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(records)?.[1]
}

function isOutside(name: string): boolean {
  return /^(?:[/\\]|[a-z]:)/i.test(name) || name.includes('\0') || name.split(/[/\\]/).includes('..')
}

function refused(why: string): AppError {
  return new AppError(
    'archive-refused',
    `This archive is not unpacked. ${why}`,
    'Unpack the archive yourself, and import the folder.',
  )
}
