import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Entry {
  files?: Record<string, Entry>
  size?: number
  /** Bytes from the end of the head. */
  offset?: string
  unpacked?: boolean
  integrity?: { algorithm: string; hash: string }
}

/** A file of an archive; one that is unpacked lies beside it, in `NAME.asar.unpacked`. */
export interface ArchivedFile {
  path: string
  bytes: Buffer
  isUnpacked: boolean
}

/**
 * Reads every file of an asar archive, in the archive's order, and holds each against the hash that Electron checks.
 * Written from the format (two Chromium pickles, then the files), so that it does not share the packager's faults.
 *
 * @throws when a file is not what its hash says, or has none
 */
export function readAsar(archive: string): ArchivedFile[] {
  const all = readFileSync(archive)
  const headSize = all.readUInt32LE(4)
  const head = JSON.parse(all.toString('utf8', 16, 16 + all.readUInt32LE(12))) as Entry
  return filesIn(head, '').map(([path, { offset = '0', size = 0, unpacked = false, integrity }]) => {
    const start = 8 + headSize + Number(offset)
    const bytes = unpacked
      ? readFileSync(join(`${archive}.unpacked`, path))
      : all.subarray(start, start + size)
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (integrity?.algorithm !== 'SHA256' || integrity.hash !== hash) {
      throw new Error(`${path} is not what its hash says.`)
    }
    return { path, bytes, isUnpacked: unpacked }
  })
}

function filesIn(entry: Entry, path: string): [string, Entry][] {
  if (entry.files === undefined) return [[path, entry]]
  return Object.entries(entry.files).flatMap(([name, inner]) =>
    filesIn(inner, path === '' ? name : `${path}/${name}`),
  )
}

/** Writes what an archive holds into a folder, as Electron shows it to the app: unpacked files in their places. */
export function extractAsar(files: readonly ArchivedFile[], folder: string): void {
  for (const { path, bytes } of files) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
  }
}
