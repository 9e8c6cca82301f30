import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { chooseHost } from './choose-host.mjs'
import { Failure, showError } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { projectEnvironment, projectNode } from './project-node.mjs'
import { endChildrenOnStop } from './run.mjs'
import { onStop } from './stop.mjs'

const usage = `Usage: npm start -- [options]

Opens Aide-Mémoire; installs and builds what is missing first.

  --serve           use the browser host even where the desktop app could start
  --no-open         do not open a browser; print the address only
  --notebook PATH   open this notebook, and create it if there is none
  --sample          fill a new notebook with a sample negotiation
  --port N          port of the browser host on 127.0.0.1 (default: a free one)
  --help            show this text`

/** How long a host may take to close after it was told to, in milliseconds, before it is ended. */
const closeLimitMs = 10_000
/** How long a host that should have had Ctrl-C from the terminal may go on before it is told again, in milliseconds. */
const terminalGraceMs = 3_000
const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {boolean} serve
 * @property {string[]} hostOptions options handed on to the host, the notebook as an absolute path
 */

/**
 * Reads the command line of `npm start`.
 *
 * @param {string[]} args
 * @param {string} cwd folder that a relative notebook path starts from
 * @returns {StartOptions}
 * @throws {Error} saying what is wrong with the arguments
 */
export function readOptions(args, cwd) {
  const { values } = parseArgs({
    args,
    options: {
      serve: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      notebook: { type: 'string' },
      sample: { type: 'boolean' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const { notebook, port } = values
  if (notebook === '') throw new Error('--notebook needs a path.')
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw new Error(`--port needs a number from 0 to 65535, not "${port}".`)
  }
  const hostOptions = [
    ...(notebook === undefined ? [] : ['--notebook', resolve(cwd, notebook)]),
    ...(values.sample ? ['--sample'] : []),
    ...(port === undefined ? [] : ['--port', port]),
    ...(values['no-open'] ? ['--no-open'] : []),
  ]
  return { help: values.help ?? false, serve: values.serve ?? false, hostOptions }
}

/**
 * Runs the host in the foreground, and tells it to end when this process is told.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code; 128 + signal number when a signal ended it
 */
function runHost(program, args, env) {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['pipe', 'inherit', 'inherit'] })
    /** @type {NodeJS.Timeout[]} */
    const timers = []
    const leaveStopsAlone = onStop((signal) => {
      // npm forwards what the terminal already sent to every process of the group: once is enough.
      if (timers.length > 0) return
      const toldByTerminal = signal === 'SIGINT' && process.stdin.isTTY
      timers.push(
        setTimeout(() => child.kill(signal), toldByTerminal ? terminalGraceMs : 0),
        setTimeout(() => child.kill('SIGKILL'), closeLimitMs),
      )
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const timer of timers) clearTimeout(timer)
      leaveStopsAlone()
      settle(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/** @param {StartOptions} options @returns {Promise<number>} */
async function startApp({ serve, hostOptions }) {
  const leaveStopsAlone = endChildrenOnStop()
  await ensureInstalled(root)
  const host = chooseHost({ root, env: process.env, platform: process.platform, serve })
  await ensureBuilt(
    root,
    host.name === 'electron' ? ['renderer', 'shell', 'clipper'] : ['renderer', 'clipper'],
  )
  leaveStopsAlone()
  const env = projectEnvironment(root)
  if (host.name === 'electron') return runHost(host.program, [root, ...hostOptions], env)
  if (host.reason) console.log(host.reason)
  const entry = join(root, 'electron', 'backend', 'serve.ts')
  // Its standard input is a pipe that closes with this process, however that ends.
  return runHost(projectNode(root), [entry, '--until-stdin-closes', ...hostOptions], env)
}

/**
 * `npm start`: installs and builds what is missing, and runs the app until it ends.
 *
 * @param {string[]} args
 * @returns {Promise<number>} exit code: the host's own, 1 when it could not be started, 2 for wrong arguments
 */
export async function main(args) {
  let options
  try {
    // npm runs scripts in the folder of the package, and tells in INIT_CWD where the user stands.
    options = readOptions(args, process.env['INIT_CWD'] ?? process.cwd())
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return 2
  }
  if (options.help) {
    console.log(usage)
    return 0
  }
  try {
    return await startApp(options)
  } catch (error) {
    showError(error instanceof Failure ? error : new Failure(`The app could not be started: ${error}`))
    return 1
  }
}
