import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Failure } from './failure.mjs'

const neededMajor = 24

/**
 * The Node that runs everything but these scripts: the project's own, or this one where it is new enough.
 *
 * @param {string} root
 * @returns {string} path of the program
 * @throws {Failure} when there is neither
 */
export function projectNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join(root, 'node_modules', 'node', 'bin', name)
  if (existsSync(own)) return own
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath
  throw new Failure(
    `Node ${neededMajor} is missing from node_modules: npm was told to skip install scripts. ` +
      `Run \`npm ci --ignore-scripts=false\`, or use Node ${neededMajor} or newer yourself.`,
  )
}

/**
 * The environment in which `node` is the project's Node and its tools are found by name. What Node compiled is kept, by
 * content, so that a host starts in two thirds of the time from the second start on.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(root, env = process.env) {
  const path = env['PATH'] ?? env['Path'] ?? ''
  const { Path: _windowsSpelling, ...rest } = env
  return {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node-compile'),
    ...rest,
    PATH: [dirname(projectNode(root)), join(root, 'node_modules', '.bin'), path].join(delimiter),
  }
}
