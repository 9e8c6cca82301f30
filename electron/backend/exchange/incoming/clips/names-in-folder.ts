import { opendirSync } from 'node:fs'

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
