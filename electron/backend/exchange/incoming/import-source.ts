import { closeSync, lstatSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ImportFormat } from '#shared/domain/import.ts'
import { AppError } from '#shared/util/app-error.ts'
import { isNotebook, isNotebookJson } from './notebook/open-other-notebook.ts'
import type { ImportSource } from './reader.ts'

const headBytes = 4096

/** A path as readers are asked about it. @throws AppError `file-unreadable` */
export function importSource(path: string): ImportSource {
  try {
    const about = lstatSync(path)
    if (about.isDirectory()) return { path: resolve(path), isFolder: true, head: new Uint8Array() }
    if (!about.isFile()) throw new Error('it is no ordinary file')
    return { path: resolve(path), isFolder: false, head: readHead(path) }
  } catch (error) {
    throw new AppError(
      'file-unreadable',
      `${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`,
      'Check the name.',
      { cause: error },
    )
  }
}

/** What a file or folder is: what no other reader knows is articles, each to be clipped by itself. */
export async function formatOf(source: ImportSource): Promise<ImportFormat> {
  if (isNotebook(source)) return 'notebook'
  if (isNotebookJson(source)) return 'notebook-json'
  const { recognise } = await import('./readers.ts')
  return recognise(source) ?? 'articles'
}

function readHead(path: string): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headBytes)
    return head.subarray(0, readSync(handle, head))
  } finally {
    closeSync(handle)
  }
}
