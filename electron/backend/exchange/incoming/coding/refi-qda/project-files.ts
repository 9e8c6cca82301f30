import mammoth from 'mammoth'
import { AppError } from '#shared/util/app-error.ts'
import { type ByteSource, openFile } from '../../../../capture/importing/byte-source.ts'
import { listZip, type ZipEntry } from '../../../../capture/importing/zip-archive.ts'
import { readZip } from '../../../../capture/formats/read-zip.ts'

/** Texts of more than this altogether, in bytes, are no project but a way to fill the memory. */
const mostText = 400_000_000

/** The files of a project, by the addresses it has for them. */
export interface ProjectFiles {
  /** `internal://NAME`, whatever the case; undefined for one that is not in the project, or leads out of it. */
  find(address: string | undefined): ZipEntry | undefined
  /** Plain text as it is, with its byte order mark. */
  text(entry: ZipEntry): Promise<string>
  /** The words of a Word document, a paragraph a line. */
  richText(entry: ZipEntry): Promise<string>
}

/** The project file of an archive, and the files beside it. @throws AppError `import-unreadable`, and those of `listZip` */
export async function openProject(file: ByteSource): Promise<{ project: ZipEntry; files: ProjectFiles }> {
  const entries = await listZip(file)
  const project = entries.find(({ name }) => /^(?:[^/]*\/)?[^/]*\.qde$/i.test(name))
  if (project === undefined)
    throw new AppError(
      'import-unreadable',
      'The archive holds no REFI-QDA project.',
      'Export the project again from the program it is from.',
    )
  return { project, files: projectFiles(entries) }
}

/** Reads one file of the archive at a path, however long after it was listed. */
export async function readLater(path: string, name: string): Promise<Uint8Array> {
  const file = await openFile(path)
  try {
    const entry = (await listZip(file)).find((one) => one.name === name)
    if (entry === undefined) throw new AppError('import-unreadable', `${name} is no longer in the project.`)
    return await entry.read()
  } finally {
    await file.close()
  }
}

function projectFiles(entries: readonly ZipEntry[]): ProjectFiles {
  const byName = new Map(entries.map((entry) => [entry.name.replaceAll('\\', '/').toLowerCase(), entry]))
  let bytes = 0
  const read = async (entry: ZipEntry) => {
    bytes += entry.size
    if (bytes > mostText)
      throw new AppError('archive-refused', 'The texts of this project are larger than a project may be.')
    return entry.read()
  }
  return {
    find(address) {
      const [, path] = /^internal:\/\/\/?(.+)$/i.exec(address ?? '') ?? []
      if (path === undefined) return undefined
      for (const name of [path, decoded(path)])
        for (const folder of ['sources/', '']) {
          const entry = byName.get((folder + name.replaceAll('\\', '/')).toLowerCase())
          if (entry !== undefined) return entry
        }
      return undefined
    },
    async text(entry) {
      const content = await read(entry)
      return new TextDecoder(encodingOf(content), { ignoreBOM: true }).decode(content)
    },
    async richText(entry) {
      const content = await read(entry)
      // Looks at all sizes first; the converter by itself would unpack whatever it is given.
      readZip(content, () => true)
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(content) })
      return value.replaceAll('\n\n', '\n').trimEnd()
    },
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
