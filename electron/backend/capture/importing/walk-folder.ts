import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toErrorData } from '#shared/util/app-error.ts'
import type { ImportFailure } from './import-entry.ts'

export interface WalkedFiles {
  /** Paths from the folder, with `/` between their parts, in the order of their names. */
  readonly files: readonly string[]
  readonly failures: readonly ImportFailure[]
}

const deepest = 40
const mostFiles = 500_000

/**
 * Every file below a folder. Links are not followed, so that nothing outside is read and no circle is walked; hidden
 * files and folders are left out. A folder that cannot be opened is a failure and does not end the walk.
 *
 * @throws AppError `folder-too-large`
 */
export async function walkFolder(root: string): Promise<WalkedFiles> {
  const files: string[] = []
  const failures: ImportFailure[] = []

  async function walk(folder: string, depth: number): Promise<void> {
    const inside = await listed(join(root, folder))
    if (!Array.isArray(inside)) {
      failures.push({ name: folder === '' ? root : folder, error: inside })
      return
    }
    for (const item of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      if (item.name.startsWith('.') || item.name === '__MACOSX') continue
      if (item.isFile()) files.push(path)
      else if (item.isDirectory() && depth < deepest) await walk(path, depth + 1)
      if (files.length > mostFiles)
        throw new AppError(
          'folder-too-large',
          'This folder holds more than 500,000 files.',
          'Import the folders inside it one by one.',
        )
    }
  }

  await walk('', 0)
  return { files, failures }
}

async function listed(folder: string): Promise<Dirent[] | ImportFailure['error']> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    return unreadableFile(error)
  }
}

/** Why the system would not give a file, as a failure of the import. */
export function unreadableFile(error: unknown): ImportFailure['error'] {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof AppError || code === undefined) return toErrorData(error)
  return { code: 'file-unreadable', message: `The file cannot be read: ${code}.` }
}
