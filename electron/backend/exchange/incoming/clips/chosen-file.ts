import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '#shared/util/app-error.ts'
import { decodeBytes } from '../../../capture/decode.ts'

/** Exports of whole libraries are lists of words: the largest known are some dozen megabytes. */
export const largestExport = 100_000_000
/** The largest single article inside an export. */
export const largestPart = 60_000_000

/**
 * The bytes of a regular file; a link in its last part is not followed.
 *
 * @throws AppError `file-too-large`, `import-unreadable`
 */
export async function readChosen(path: string, most = largestExport): Promise<Buffer> {
  let handle: FileHandle | undefined
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    const about = await handle.stat()
    if (!about.isFile()) throw unreadable('This is no ordinary file.')
    if (about.size > most)
      throw new AppError('file-too-large', `The file is larger than ${most / 1_000_000} MB.`)
    return await handle.readFile()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unreadable('The file cannot be read.', error)
  } finally {
    await handle?.close()
  }
}

/** A file's words in whatever encoding it has them, without a byte order mark and with line feeds alone. */
export async function readText(path: string): Promise<string> {
  return textOf(await readChosen(path))
}

export function textOf(bytes: Uint8Array): string {
  return decodeBytes(bytes)
    .text.replace(/^\ufeff/, '')
    .replaceAll(/\r\n?/g, '\n')
}

/** What begins a file, as words. */
export function textOfHead(head: Uint8Array): string {
  // It may end in the middle of a letter, which is no reason to take it for another encoding.
  for (let cut = 0; cut < 4; cut++) {
    try {
      return new TextDecoder('utf-8', { fatal: true })
        .decode(head.subarray(0, head.length - cut))
        .replaceAll(/\r\n?/g, '\n')
    } catch {}
  }
  return textOf(head)
}

/** JSON as plain values; nesting is bounded by what the parser takes. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable('This is no whole JSON file.', error)
  }
}

export function unreadable(message: string, cause?: unknown): AppError {
  return new AppError(
    'import-unreadable',
    message,
    'Export it again from the program it is from, and choose the new file.',
    { cause },
  )
}

export const hasEnding = (path: string, ...endings: string[]) =>
  endings.some((ending) => path.toLowerCase().endsWith(ending))
