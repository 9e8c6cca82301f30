import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '../../../store/notebook.fixture.ts'
import type { Bundle } from '../bundle.ts'
import type { ImportSource, Reader } from '../reader.ts'

/** A file as somebody chooses it. */
export function chosenFile(name: string, content: string | Uint8Array): ImportSource {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return { path, isFolder: false, head: readFileSync(path).subarray(0, 4096) }
}

/** A folder with these files, by their path in it. */
export function chosenFolder(files: Record<string, string | Uint8Array>): ImportSource {
  const path = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return { path, isFolder: true, head: new Uint8Array() }
}

/** Something that is there already. */
export function chosen(path: string): ImportSource {
  const isFolder = statSync(path).isDirectory()
  return { path, isFolder, head: isFolder ? new Uint8Array() : readFileSync(path).subarray(0, 4096) }
}

/** What the reader makes of it, which has to recognise it first. */
export async function readWith(reader: Reader, source: ImportSource): Promise<Bundle> {
  if (!reader.recognises(source)) throw new Error(`${source.path} is not recognised.`)
  return reader.read(source)
}
