import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '#shared/util/app-error.ts'
import { syncFolder } from '../store/notebook-file.ts'

/** Where a format writes. Text is written as UTF-8. */
export interface Output {
  write(chunk: string | Uint8Array): void
  /** Bytes so far. */
  readonly bytes: number
}

/**
 * Writes a file that is there whole or not at all: under another name first, which it leaves once everything is on disk.
 * A file that is there already stays until then.
 *
 * @throws AppError `no-such-folder`, `file-unwritable`, and what `work` throws
 */
export function writeWhole<T>(target: string, work: (output: Output) => T): T {
  return inPlace(target, (unfinished) => {
    const handle = openSync(unfinished, 'wx', 0o600)
    try {
      const output = bufferedOutput(handle)
      const result = work(output)
      output.flush()
      fsyncSync(handle)
      return result
    } finally {
      closeSync(handle)
    }
  })
}

/** The same for a folder, which `work` fills. @throws AppError `folder-exists` where there is something already */
export function writeFolderWhole<T>(target: string, work: (folder: string) => T): T {
  if (existsSync(target))
    throw new AppError('folder-exists', `${target} is there already.`, 'Choose another name.')
  return inPlace(target, (unfinished) => {
    mkdirSync(unfinished, { mode: 0o700 })
    return work(unfinished)
  })
}

/** Has `work` make something under a name of its own beside `target`, and gives it the name once it is done. */
export function inPlace<T>(target: string, work: (unfinished: string) => T): T {
  const path = resolve(target)
  const folder = dirname(path)
  if (!existsSync(folder))
    throw new AppError('no-such-folder', `There is no folder ${folder}.`, 'Make it first, or choose another.')
  const unfinished = join(folder, unfinishedName(path))
  try {
    const result = work(unfinished)
    renameSync(unfinished, path)
    syncFolder(folder)
    return result
  } catch (error) {
    if (!isFileError(error)) throw error
    throw new AppError(
      'file-unwritable',
      `${path} cannot be written: ${error.message}.`,
      'Choose another folder, or make room on the disk.',
      { cause: error },
    )
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** What an export that was ended half way leaves behind, for whoever ended it to remove. */
export function removeUnfinished(target: string): void {
  const path = resolve(target)
  rmSync(join(dirname(path), unfinishedName(path)), { recursive: true, force: true })
}

function unfinishedName(path: string): string {
  return `.${basename(path)}.unfinished`
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

/** A write call for each small piece would be most of the work. */
const bufferBytes = 1 << 18

function bufferedOutput(handle: number): Output & { flush(): void } {
  let pending: Uint8Array[] = []
  let pendingBytes = 0
  let bytes = 0
  const flush = () => {
    let rest = Buffer.concat(pending)
    pending = []
    pendingBytes = 0
    while (rest.length > 0) rest = rest.subarray(writeSync(handle, rest))
  }
  return {
    get bytes() {
      return bytes
    },
    write(chunk) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      pending.push(data)
      pendingBytes += data.length
      bytes += data.length
      if (pendingBytes >= bufferBytes) flush()
    },
    flush,
  }
}
