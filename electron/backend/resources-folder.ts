import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of files that come with the program (the sample notebook), wherever this module runs: from source, from the
 * built bundle, or inside the packaged archive. Each has `package.json` at its root.
 */
export function resourcesFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return join(folder, 'resources')
}
