import type { Reader } from '../reader.ts'
import { unreadable } from './chosen-file.ts'

/** One reader of the several forms in which a program exports. */
export function oneOf(...readers: readonly Reader[]): Reader {
  return {
    recognises: (source) => readers.some((reader) => reader.recognises(source)),
    async read(source, signal) {
      const reader = readers.find((one) => one.recognises(source))
      if (reader === undefined) throw unreadable('This is no export of that program.')
      return reader.read(source, signal)
    },
  }
}
