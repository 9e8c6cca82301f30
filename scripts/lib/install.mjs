import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { Failure } from './failure.mjs'
import { run } from './run.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage */

/** @param {string} path @returns {Record<string, LockedPackage>} */
function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
}

/**
 * Whether node_modules holds what package-lock.json asks for.
 *
 * npm writes node_modules/.package-lock.json when an install is complete, so comparing the two also recognises an
 * install made by hand, and refuses one that was interrupted. Optional packages may be missing: they belong to other platforms.
 *
 * @param {string} root
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readPackages(record)
  return Object.entries(readPackages(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return wanted.optional || wanted.devOptional
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/**
 * The PATH without the project's own programs: npm replaces node_modules, and with it the Node that lives there.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function outerPath(env) {
  const inProject = join('node_modules', '.bin')
  return (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => !folder.endsWith(inProject))
}

/**
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} a Node that stays in place during the install
 */
function outerNode(root, env) {
  if (!realpathSync(process.execPath).startsWith(join(realpathSync(root), 'node_modules') + sep)) {
    return process.execPath
  }
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return outerPath(env)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/** @param {string} output what npm said @returns {string} one sentence on the cause, with what to do */
export function explainInstallFailure(output) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(
      output,
    )
  ) {
    return 'The dependencies could not be downloaded: npm reaches no registry. Check the network connection and run this again.'
  }
  if (/ENOSPC/.test(output)) {
    return 'The dependencies could not be installed: the disk is full. Free about 1 GB and run this again.'
  }
  if (/EACCES|EPERM|EROFS|EBUSY/.test(output)) {
    return 'The dependencies could not be installed: node_modules cannot be written. Check its permissions, and that no program of this folder is running.'
  }
  if (/EUSAGE|in sync/.test(output)) {
    return 'package.json and package-lock.json disagree. Run `npm install` and commit the lockfile.'
  }
  return 'The dependencies could not be installed: npm says why above.'
}

/**
 * Runs `npm ci` unless node_modules already holds what the lockfile asks for.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether anything was installed
 * @throws {Failure} when the install fails
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return false
  console.log('Installing dependencies (needed once, and again when they change) …')
  const env = { ...process.env, PATH: outerPath(process.env).join(delimiter) }
  const node = outerNode(root, env)
  const npm = process.env['npm_execpath']
  // Development tools are part of running from source, whatever NODE_ENV or a user's npm settings leave out.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error']
  const options = { cwd: root, env, show: /** @type {const} */ ('live') }
  const isScript = npm !== undefined && /\.[cm]?js$/.test(npm)
  const result = node && isScript ? await run(node, [npm, ...args], options) : await run('npm', args, options)
  if (result.code === 127)
    throw new Failure('npm was not found. Install Node.js with npm, and run this again.')
  if (result.code !== 0) throw new Failure(explainInstallFailure(result.output))
  if (!isInstalled(root))
    throw new Failure('npm finished, but node_modules is not what package-lock.json asks for.')
  return true
}
