import { closeSync, opendirSync, openSync, readSync } from 'node:fs'

const mostNames = 2000

/** The names right inside a folder, the first of them where there are many; none where it cannot be opened. */
export function namesInFolder(path: string): string[] {
  const names: string[] = []
  try {
    const folder = opendirSync(path)
    try {
      for (let item = folder.readSync(); item !== null && names.length < mostNames; item = folder.readSync())
        names.push(item.isDirectory() ? `${item.name}/` : item.name)
    } finally {
      folder.closeSync()
    }
  } catch {
    return []
  }
  return names
}

/** The first 4,096 bytes of a file; none where it cannot be opened. */
export function headOfFile(path: string): Uint8Array {
  const head = Buffer.alloc(4096)
  try {
    const file = openSync(path, 'r')
    try {
      return head.subarray(0, readSync(file, head, 0, head.length, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return new Uint8Array()
  }
}
