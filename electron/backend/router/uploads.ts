import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { AppError } from '#shared/util/app-error.ts'
import { importingPath } from '../store/leftovers.ts'

/** What windows hand over to be imported, in folders beside the notebook that go when they are done with. */
export interface Uploads {
  /**
   * Begins to take files, by their paths inside what was chosen.
   * @throws AppError `file-too-large`, `unfit-name`, `file-unwritable`
   */
  begin(files: ReadonlyArray<{ path: string; size: number }>): string
  /** Takes the next piece of a file; one that came before is passed over, as calls are made again. @throws AppError `upload-broken` */
  take(uploadId: string, file: number, offset: number, bytes: Uint8Array): Promise<void>
  /** The file, or the folder, once all of it is there, and a folder for what is made on the way. @throws AppError `upload-broken` */
  ready(uploadId: string): { source: string; folder: string }
  discard(uploadId: string): void
  discardAll(): void
}

interface Upload {
  root: string
  files: { path: string; size: number; written: number; turn: Promise<unknown> }[]
}

const bytesAtMost = 4_000_000_000
const filesAtMost = 50_000
const deepest = 40
/** Windows that were closed in the middle leave theirs; the oldest goes first. */
const openAtMost = 4

export function createUploads(notebookPath: string): Uploads {
  const uploads = new Map<string, Upload>()

  function discard(uploadId: string): void {
    const upload = uploads.get(uploadId)
    uploads.delete(uploadId)
    if (upload !== undefined) rmSync(upload.root, { recursive: true, force: true })
  }

  function known(uploadId: string): Upload {
    const upload = uploads.get(uploadId)
    if (upload === undefined) throw broken()
    return upload
  }

  return {
    begin(files) {
      assertFit(files)
      for (const id of [...uploads.keys()].slice(0, Math.max(0, uploads.size - openAtMost + 1))) discard(id)
      const id = uuidv7()
      const root = importingPath(notebookPath, id)
      try {
        for (const folder of new Set(files.map(({ path }) => dirname(join(root, 'files', path)))))
          mkdirSync(folder, { recursive: true, mode: 0o700 })
        mkdirSync(join(root, 'made'), { mode: 0o700 })
        // No piece comes of a file that is empty.
        for (const { path, size } of files) if (size === 0) writeFileSync(join(root, 'files', path), '')
      } catch (error) {
        rmSync(root, { recursive: true, force: true })
        throw new AppError(
          'file-unwritable',
          'What is imported cannot be kept beside the notebook while it is read.',
          'Make room on the disk, or put the notebook into a folder that you can write to.',
          { cause: error },
        )
      }
      uploads.set(id, {
        root,
        files: files.map(({ path, size }) => ({
          path: join(root, 'files', path),
          size,
          written: 0,
          turn: Promise.resolve(),
        })),
      })
      return id
    },
    take(uploadId, index, offset, bytes) {
      const file = known(uploadId).files[index]
      if (file === undefined) throw broken()
      const turn = file.turn.then(async () => {
        if (offset + bytes.length <= file.written) return
        if (offset !== file.written || offset + bytes.length > file.size) throw broken()
        const handle = await open(file.path, offset === 0 ? 'wx' : 'r+', 0o600)
        try {
          await handle.write(bytes, 0, bytes.length, offset)
        } finally {
          await handle.close()
        }
        file.written += bytes.length
      })
      file.turn = turn.catch(() => undefined)
      return turn
    },
    ready(uploadId) {
      const { root, files } = known(uploadId)
      if (files.some(({ written, size }) => written !== size)) throw broken()
      return { source: chosenIn(join(root, 'files'), files), folder: join(root, 'made') }
    },
    discard,
    discardAll() {
      for (const id of uploads.keys()) discard(id)
    },
  }
}

/** One file is what was chosen; of several it is the folder they are in. */
function chosenIn(root: string, files: Upload['files']): string {
  const [first] = files
  const inside = files.map(({ path }) => path.slice(root.length + 1).split(/[/\\]/))
  if (files.length === 1 && inside[0]?.length === 1 && first !== undefined) return first.path
  const [top = ''] = inside[0] ?? []
  return inside.every((parts) => parts.length > 1 && parts[0] === top) ? join(root, top) : root
}

function assertFit(files: ReadonlyArray<{ path: string; size: number }>): void {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (files.length > filesAtMost || bytes > bytesAtMost)
    throw new AppError(
      'file-too-large',
      'So much cannot be taken over from a window at once.',
      'Import it in parts, or on the command line: import PATH',
    )
  const unfit = files.find(({ path }) => !isFit(path))
  if (unfit !== undefined || new Set(files.map(({ path }) => path)).size !== files.length)
    throw new AppError(
      'unfit-name',
      `A file has a name that cannot be kept: ${unfit?.path ?? 'two are called the same'}.`,
      'Give it another name.',
    )
}

function isFit(path: string): boolean {
  const parts = path.split('/')
  return (
    parts.length <= deepest &&
    parts.every(
      (part) =>
        part !== '' &&
        part !== '.' &&
        part !== '..' &&
        Buffer.byteLength(part) <= 255 &&
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
        !/[\\:\u0000-\u001f\u007f]/.test(part),
    )
  )
}

function broken(): AppError {
  return new AppError('upload-broken', 'The file did not arrive whole.', 'Choose it again.')
}
