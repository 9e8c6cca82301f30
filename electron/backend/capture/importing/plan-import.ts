import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError, toErrorData } from '#shared/util/app-error.ts'
import { isArticleFile, isHiddenFile } from '#shared/util/article-files.ts'
import { type ByteSource, inMemory, openFile } from './byte-source.ts'
import { companionsOf, picturesOf } from './companion-folders.ts'
import {
  type ImportEntry,
  type ImportFailure,
  type ImportPlan,
  isArchive,
  isMailbox,
  largestFile,
} from './import-entry.ts'
import { findMessages, readMessage } from './mailbox.ts'
import { unreadableFile, walkFolder } from './walk-folder.ts'
import { listZip } from './zip-archive.ts'

/** Mailboxes inside archives are held in memory while their messages are imported. */
const mostInMemory = 200_000_000

/** A set of files by their path, however they are stored. */
interface Tree {
  readonly files: readonly string[]
  /** What stands before a path in the names shown. */
  readonly prefix: string
  read(path: string): Promise<Uint8Array>
  open(path: string): Promise<ByteSource>
  readonly isInArchive: boolean
}

/**
 * Finds what there is to import in files, folders, archives and mailboxes, in the order of names and without reading an
 * article. What cannot be opened is a failure of its own. The plan holds archives and mailboxes open until it is closed.
 *
 * @throws AppError `file-unreadable` where a path that was named is not there
 */
export async function planImport(paths: readonly string[]): Promise<ImportPlan> {
  const entries: ImportEntry[] = []
  const failures: ImportFailure[] = []
  const open: ByteSource[] = []
  let passedOver = 0
  let inMemoryBytes = 0

  async function failing(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      failures.push({ name, error: unreadableFile(error) })
    }
  }

  async function addTree(tree: Tree): Promise<void> {
    const companions = companionsOf(tree.files)
    const owned = new Set([...companions.values()].flat())
    for (const path of tree.files) {
      const name = `${tree.prefix}${path}`
      if (owned.has(path)) continue
      if (isMailbox(path)) await failing(name, () => addMailbox(name, tree, path))
      else if (isArchive(path)) await failing(name, () => addArchive(name, tree, path))
      else if (isArticleFile(path)) entries.push(entryOf(tree, path, companions.get(path) ?? []))
      else passedOver += 1
    }
  }

  async function addMailbox(name: string, tree: Tree, path: string): Promise<void> {
    const source = await tree.open(path)
    open.push(source)
    if (tree.isInArchive) {
      inMemoryBytes += source.size
      if (inMemoryBytes > mostInMemory)
        throw new AppError(
          'archive-refused',
          'The mailboxes in this archive are too large to be read inside it.',
          'Unpack it yourself, and import the folder.',
        )
    }
    const messages = await findMessages(source)
    if (messages.length === 0)
      throw new AppError('document-unreadable', 'There is no message in this mailbox.')
    messages.forEach((range, index) => {
      entries.push({
        name: `${name} › ${index + 1}`,
        fileName: `${basename(path)} ${index + 1}.eml`,
        read: () => readMessage(source, range),
      })
    })
  }

  async function addArchive(name: string, tree: Tree, path: string): Promise<void> {
    if (tree.isInArchive)
      throw new AppError(
        'archive-refused',
        'This is an archive inside an archive.',
        'Unpack the outer one yourself, and import the folder.',
      )
    const source = await tree.open(path)
    open.push(source)
    const listed = await listZip(source)
    const byName = new Map(listed.map((entry) => [entry.name, entry]))
    const read = async (inside: string) => (await byName.get(inside)?.read()) ?? new Uint8Array()
    await addTree({
      files: [...byName.keys()].filter((inside) => !isHiddenFile(inside)).sort(),
      prefix: `${name} › `,
      read,
      open: async (inside) => inMemory(await read(inside)),
      isInArchive: true,
    })
  }

  try {
    for (const path of paths) {
      const about = await statOf(path)
      if (about.isDirectory()) {
        const walked = await walkFolder(path)
        failures.push(...walked.failures)
        await addTree(onDisk(path, walked.files, `${basename(path)}/`))
      } else {
        const tree = onDisk(path, [basename(path)], '')
        // A file that was named is tried whatever it is called.
        if (isMailbox(path) || isArchive(path)) await addTree(tree)
        else entries.push(entryOf(tree, basename(path), []))
      }
    }
  } catch (error) {
    await closeAll(open)
    throw error
  }
  return { entries, failures, passedOver, close: () => closeAll(open) }
}

function entryOf(tree: Tree, path: string, companions: readonly string[]): ImportEntry {
  return {
    name: `${tree.prefix}${path}`,
    fileName: basename(path),
    read: () => tree.read(path),
    ...(companions.length === 0
      ? {}
      : {
          pictures: (page) =>
            picturesOf(path, Buffer.from(page).toString('utf8'), companions, (file) => tree.read(file)),
        }),
  }
}

/** The files of a folder, or a single file as the only one of its tree. */
function onDisk(root: string, files: readonly string[], prefix: string): Tree {
  const placeOf = (path: string) => (prefix === '' ? root : join(root, path))
  return {
    files,
    prefix,
    isInArchive: false,
    open: (path) => openFile(placeOf(path)),
    read: async (path) => {
      const source = await openFile(placeOf(path))
      try {
        if (source.size > largestFile) throw new AppError('file-too-large', 'The file is larger than 60 MB.')
        return await source.read(0, source.size)
      } finally {
        await source.close()
      }
    },
  }
}

async function statOf(path: string) {
  try {
    return await lstat(path)
  } catch (error) {
    throw new AppError(
      'file-unreadable',
      `${path} cannot be read: ${toErrorCode(error)}.`,
      'Check the name.',
      { cause: error },
    )
  }
}

function toErrorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? toErrorData(error).message
}

async function closeAll(sources: readonly ByteSource[]): Promise<void> {
  await Promise.allSettled(sources.map((source) => source.close()))
}
