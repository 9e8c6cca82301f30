import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The folder that holds `app.asar`, below a packaged app, whatever the system calls it. */
export function resourcesOf(app: string): string {
  if (existsSync(join(app, 'resources', 'app.asar'))) return join(app, 'resources')
  const bundle = readdirSync(app).find((name) => name.endsWith('.app'))
  const inside = join(app, bundle ?? '', 'Contents', 'Resources')
  if (bundle !== undefined && existsSync(join(inside, 'app.asar'))) return inside
  throw new Error(`There is no packaged app in ${app}.`)
}

/** SHA-256 of a file, in hex. */
export function hashFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function sizeOf(path: string): number {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return 0
  if (!entry.isDirectory()) return entry.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** The folders that electron-builder makes of an app: `linux-unpacked`, `win-arm64-unpacked`, `mac-universal`. */
export function appFolders(output: string): string[] {
  return readdirSync(output, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^(?:linux|win|mac)/.test(entry.name))
    .map((entry) => join(output, entry.name))
}

/** Says how large a packaged app is, what of that is ours, and the hash that two packagings of one commit share. */
export function describeApp(app: string): string {
  const resources = resourcesOf(app)
  const asar = join(resources, 'app.asar')
  const unpacked = `${asar}.unpacked`
  const clipper = join(resources, 'clipper')
  const beside = [unpacked, clipper].filter((path) => existsSync(path)).map(sizeOf)
  const ours = beside.reduce((sum, size) => sum + size, statSync(asar).size)
  return [
    `${app}: ${inMegabytes(sizeOf(app))}`,
    `  of which ours: ${inMegabytes(ours)} (app.asar ${inMegabytes(statSync(asar).size)}, and what lies beside it; the browser clipper ${inMegabytes(sizeOf(clipper))})`,
    `  app.asar SHA-256: ${hashFile(asar)}`,
  ].join('\n')
}
