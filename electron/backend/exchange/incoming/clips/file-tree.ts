import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isHiddenFile } from '#shared/util/article-files.ts'
import type { ByteSource } from '../../../capture/importing/byte-source.ts'
import { walkFolder } from '../../../capture/importing/walk-folder.ts'
import { listZip } from '../../../capture/importing/zip-archive.ts'
import { largestPart, readChosen, unreadable } from './chosen-file.ts'

/** The files of a folder or an archive. Nothing else can be read through it, whatever path a file in it names. */
export interface FileTree {
  /** Paths from its root with `/` between their parts, in the order of names. */
  readonly files: readonly string[]
  has(path: string): boolean
  /** @throws AppError where there is no such file, or it is too large, locked or broken */
  read(path: string): Promise<Uint8Array>
}

/** @throws AppError `archive-refused`, `folder-too-large`, `import-unreadable` */
export async function openTree(path: string, isFolder: boolean): Promise<FileTree> {
  return isFolder ? folderTree(path) : zipTree(path)
}

async function folderTree(root: string): Promise<FileTree> {
  const { files, failures } = await walkFolder(root)
  if (files.length === 0 && failures.length > 0) throw unreadable('The folder cannot be read.')
  const known = new Set(files)
  return treeOf(known, (path) => readChosen(join(root, path), largestPart))
}

async function zipTree(path: string): Promise<FileTree> {
  const entries = new Map<string, () => Promise<Uint8Array>>()
  for (const { name, read } of await listZip(await reopeningFile(path)))
    if (!isHiddenFile(name) && !entries.has(name)) entries.set(name, read)
  return treeOf(
    new Set([...entries.keys()].sort()),
    async (name) => (await entries.get(name)?.()) ?? new Uint8Array(),
  )
}

function treeOf(known: ReadonlySet<string>, read: (path: string) => Promise<Uint8Array>): FileTree {
  return {
    files: [...known],
    has: (path) => known.has(path),
    read: async (path) => {
      if (!known.has(path)) throw unreadable(`There is no ${path} in what was chosen.`)
      return read(path)
    },
  }
}

/**
 * A file that is opened for each read, since nobody says when the last article of a bundle has been read. It refuses to go on
 * when the file has become another one.
 */
export async function reopeningFile(path: string): Promise<ByteSource> {
  const first = await stat(path)
  return {
    size: first.size,
    close: async () => undefined,
    read: async (offset, length) => {
      const handle = await open(path, 'r')
      try {
        const now = await handle.stat()
        if (now.size !== first.size || now.mtimeMs !== first.mtimeMs || now.ino !== first.ino)
          throw unreadable('The file was changed while it was being read.')
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, first.size - offset)))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
  }
}

export const isZip = (head: Uint8Array) =>
  Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PK\x03\x04'

const directoryTail = 1_000_000

/** Names that an archive ends with in its table of contents, the last of them where there are many; none where it is no archive. */
export function namesInZip(path: string, head: Uint8Array): string[] {
  if (!isZip(head)) return []
  const names: string[] = []
  const tail = tailOf(path)
  for (let at = tail.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= tail.length; ) {
    const length = tail.readUInt16LE(at + 28)
    names.push(tail.subarray(at + 46, at + 46 + length).toString('utf8'))
    at = tail.indexOf('PK\x01\x02', at + 46 + length, 'latin1')
  }
  return names
}

function tailOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const { size } = statSync(path)
    const buffer = Buffer.alloc(Math.min(size, directoryTail))
    return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, Math.max(0, size - buffer.length)))
  } finally {
    closeSync(file)
  }
}
