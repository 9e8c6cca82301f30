import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { projectEnvironment, projectNode } from './project-node.mjs'
import { run } from './run.mjs'

/**
 * What is built: into which folder of `out`, from what, by which tool, and the file without which there is nothing.
 *
 * @typedef {{ title: string, sources: string[], tool: string, args: string[], proof: string }} Part
 * @type {Record<'renderer' | 'shell' | 'clipper', Part>}
 */
const parts = {
  renderer: {
    title: 'the interface',
    sources: ['renderer', 'shared', 'vite.config.ts', 'resources/icons/icon.svg'],
    tool: 'node_modules/vite/bin/vite.js',
    args: ['--emptyOutDir'],
    proof: 'index.html',
  },
  shell: {
    title: 'the desktop shell',
    sources: ['electron', 'shared', 'electron.vite.config.ts'],
    tool: 'node_modules/electron-vite/bin/electron-vite.js',
    args: [],
    proof: 'main/main.js',
  },
  clipper: {
    title: 'the browser clipper',
    sources: ['clipper', 'shared', 'scripts/build-clipper.ts'],
    tool: 'scripts/build-clipper.ts',
    args: [],
    proof: 'firefox/manifest.json',
  },
}

/** Every part depends on these. */
const commonSources = [
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
  'scripts/packaging/list-packages.ts',
]
const buildLimitMs = 120_000

/** @param {string} root @param {string} path @returns {string[]} */
function listFiles(root, path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  return entries.flatMap((entry) => {
    const inner = `${path}/${entry.name}`
    if (entry.isDirectory()) return listFiles(root, inner)
    return /\.(?:test|fixture)\.tsx?$|\.md$/.test(entry.name) ? [] : [inner]
  })
}

/**
 * Names the state of everything a part is built from: by content, since a checkout changes times and not files.
 *
 * @param {string} root
 * @param {keyof typeof parts} part
 * @returns {string} SHA-256 in hex
 */
export function hashSources(root, part) {
  const hash = createHash('sha256')
  for (const source of [...parts[part].sources, ...commonSources]) {
    const files = source.includes('.') ? [source] : listFiles(root, source)
    for (const file of files) {
      const content = readFileSync(join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

/** @param {string} path */
function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/**
 * Builds what is stale: the interface into out/renderer, the desktop shell into out/shell, the clipper into out/clipper,
 * each when its sources changed since its last build.
 *
 * @param {string} root
 * @param {(keyof typeof parts)[]} wanted
 * @returns {Promise<boolean>} whether anything was built
 * @throws {Failure} when a build fails; the last good one stays in place
 */
export async function ensureBuilt(root, wanted) {
  let isBuilt = false
  for (const part of wanted) isBuilt = (await ensurePart(root, part)) || isBuilt
  return isBuilt
}

/**
 * The build goes to a folder of its own and is swapped in when it is whole, so that neither an interrupted build nor a
 * running host ever meets half of one.
 *
 * @param {string} root
 * @param {keyof typeof parts} part
 * @returns {Promise<boolean>} whether it was built
 */
async function ensurePart(root, part) {
  const { title, proof } = parts[part]
  const out = join(root, 'out')
  const target = join(out, part)
  const stamp = join(out, `${part}.sha256`)
  const hash = hashSources(root, part)
  if (readStamp(stamp) === hash && existsSync(join(target, proof))) return false

  console.log(`Building ${title} …`)
  const fresh = join(out, `.${part}-${process.pid}`)
  const old = join(out, `.${part}-old-${process.pid}`)
  try {
    await buildInto(root, part, fresh)
    mkdirSync(out, { recursive: true })
    rmSync(stamp, { force: true })
    if (existsSync(target)) renameSync(target, old)
    renameSync(fresh, target)
    writeFileSync(stamp, hash)
    return true
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/**
 * Builds a part into a folder, whatever was built before.
 *
 * @param {string} root
 * @param {keyof typeof parts} part
 * @param {string} folder
 * @throws {Failure} when the build fails
 */
export async function buildInto(root, part, folder) {
  const { title, tool, args } = parts[part]
  const { code, output } = await run(
    projectNode(root),
    [join(root, tool), 'build', '--outDir', folder, ...args, '--logLevel', 'warn'],
    { cwd: root, env: projectEnvironment(root), timeout: buildLimitMs, show: 'captured' },
  )
  if (code !== 0) throw new Failure(`${output}\nBuilding ${title} failed: the errors are above.`)
}
