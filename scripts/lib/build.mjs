import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { projectEnvironment, projectNode } from './project-node.mjs'
import { run } from './run.mjs'

const sources = [
  'renderer',
  'shared',
  'vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
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
    return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [inner]
  })
}

/**
 * Names the state of everything the renderer is built from: by content, since a checkout changes times and not files.
 *
 * @param {string} root
 * @returns {string} SHA-256 in hex
 */
export function hashSources(root) {
  const hash = createHash('sha256')
  for (const source of sources) {
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
 * Builds the renderer into out/renderer when its sources changed since the last build.
 *
 * The build goes to a folder of its own and is swapped in when it is whole, so that neither an interrupted build nor a
 * running host ever meets half of one.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether anything was built
 * @throws {Failure} when the build fails; the last good build stays in place
 */
export async function ensureBuilt(root) {
  const out = join(root, 'out')
  const target = join(out, 'renderer')
  const stamp = join(out, 'renderer.sha256')
  const hash = hashSources(root)
  if (readStamp(stamp) === hash && existsSync(join(target, 'index.html'))) return false

  console.log('Building the interface …')
  const fresh = join(out, `.renderer-${process.pid}`)
  const old = join(out, `.renderer-old-${process.pid}`)
  const args = ['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn']
  try {
    const { code, output } = await run(
      projectNode(root),
      [join(root, 'node_modules/vite/bin/vite.js'), ...args],
      {
        cwd: root,
        env: projectEnvironment(root),
        timeout: buildLimitMs,
        show: 'captured',
      },
    )
    if (code !== 0) throw new Failure(`${output}\nThe interface could not be built: the errors are above.`)
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
