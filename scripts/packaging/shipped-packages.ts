import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageListName } from './list-packages.ts'

/** A package of which something is in the installed app. */
export interface ShippedPackage {
  name: string
  version: string
  /** As it declares it: an SPDX identifier or expression. */
  licence: string
  author: string | undefined
  /** The texts of its licence and notices, as they come with it; empty where it has none. */
  texts: string[]
}

/** What stays outside of the bundles; `electron-builder.yml` copies it. */
const unbundled = [
  'better-sqlite3',
  'pdfjs-dist',
  '@myriaddreamin/typst-ts-web-compiler',
  '@expo-google-fonts/source-serif-4',
  '@expo-google-fonts/inter',
  '@expo-google-fonts/jetbrains-mono',
  '@expo-google-fonts/amiri',
  '@expo-google-fonts/noto-serif-hebrew',
].map((name) => `node_modules/${name}`)
const builds = ['out/renderer', 'out/shell/main', 'out/shell/preload']

const isLicenceFile = (name: string) => /^(?:licen[cs]e|copying|notice)/i.test(name)

/**
 * Everything of others that ships, by what the builds wrote down, sorted by name. Two versions of a package are two.
 *
 * @param root where `out` was built
 */
export function shippedPackages(root: string): ShippedPackage[] {
  const bundled = builds.flatMap(
    (build) => JSON.parse(readFileSync(join(root, build, packageListName), 'utf8')) as string[],
  )
  const found = new Map<string, ShippedPackage>()
  for (const folder of [...unbundled, ...bundled]) {
    const one = readPackage(join(root, folder))
    found.set(`${one.name}@${one.version}`, one)
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

function readPackage(folder: string): ShippedPackage {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder)
    .filter(isLicenceFile)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? ''),
    author: typeof author === 'string' ? author : author?.name,
    texts: files.length > 0 ? files : licenceInReadme(folder),
  }
}

/** The part of a README under the heading "License", where the text itself stands there and not only its name. */
function licenceInReadme(folder: string): string[] {
  const readme = readdirSync(folder).find((file) => /^readme/i.test(file))
  if (readme === undefined) return []
  const [, part = ''] = readFileSync(join(folder, readme), 'utf8').split(/^#+ +licen[cs]e.*$/im)
  return /copyright|permission/i.test(part) ? [part.trim()] : []
}
