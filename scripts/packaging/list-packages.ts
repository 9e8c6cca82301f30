import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** What a build writes beside its output, for the licences and the list of what ships: folders from the root, sorted. */
export const packageListName = 'packages.json'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The folder of the package a module belongs to, relative to the root, with `/`. A package may have further
 * `package.json` files inside, without a name and version.
 *
 * @returns undefined for a module of ours, and for one that exists in the bundle only
 */
function packageOf(id: string): string | undefined {
  const path = (id.split('?')[0] ?? '').replaceAll('\\', '/')
  if (path.startsWith('\0') || !path.includes('/node_modules/')) return undefined
  for (let folder = dirname(path); folder.includes('node_modules'); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (!existsSync(file)) continue
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }
    if (name !== undefined && version !== undefined) return relative(root, folder).split(sep).join('/')
  }
  return undefined
}

/** Lists the packages of which something is in the bundle, fonts and other files included. */
export function listPackages(): Plugin {
  let base = root
  return {
    name: 'list-packages',
    configResolved(config) {
      base = config.root
    },
    generateBundle(_, bundle) {
      const ids = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames.map((file) => resolve(base, file)),
      )
      const folders = new Set(ids.map(packageOf).filter((folder) => folder !== undefined))
      this.emitFile({
        type: 'asset',
        fileName: packageListName,
        source: `${JSON.stringify([...folders].sort(), null, 2)}\n`,
      })
    },
  }
}
