import { open } from 'node:fs/promises'

/** Bytes that can be read from anywhere in them: a file, or what was unpacked from one. */
export interface ByteSource {
  readonly size: number
  /** Up to `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** A file that stays open until it is closed, so that it is the same one from the first read to the last. */
export async function openFile(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return {
    size,
    read: async (offset, length) => {
      const wanted = Math.max(0, Math.min(length, size - offset))
      const buffer = Buffer.alloc(wanted)
      let filled = 0
      while (filled < wanted) {
        const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
    close: () => handle.close(),
  }
}

export function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.byteLength,
    read: async (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
    close: async () => undefined,
  }
}
