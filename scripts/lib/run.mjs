import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { onStop } from './stop.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the command; this process's own when left out
 * @property {number} [timeout] milliseconds after which the command and its children are ended
 * @property {'live' | 'captured'} show `live` writes output through as it comes, and keeps it too; `captured` only keeps it
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 128 + signal number when a signal ended it, 127 when it could not be started
 * @property {string} output standard output and error, in the order they came
 * @property {boolean} timedOut
 */

const killGraceMs = 5_000
const isWindows = process.platform === 'win32'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Signals a command and everything it started: each runs in a process group of its own.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killTree(child, signal) {
  if (child.pid === undefined) return
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone already.
  }
}

/** @param {NodeJS.Signals} signal */
function endWithChildren(signal) {
  const leave = () => process.exit(128 + constants.signals[signal])
  const children = [...running]
  if (children.length === 0) leave()
  let open = children.length
  for (const child of children) {
    child.once('close', () => {
      open -= 1
      if (open === 0) leave()
    })
    killTree(child, 'SIGTERM')
  }
  setTimeout(() => {
    for (const child of children) killTree(child, 'SIGKILL')
    leave()
  }, killGraceMs)
}

/**
 * Makes every running command end before this process does when it is asked to.
 *
 * @returns {() => void} undoes it
 */
export function endChildrenOnStop() {
  let isEnding = false
  return onStop((signal) => {
    if (!isEnding) endWithChildren(signal)
    isEnding = true
  })
}

/**
 * Runs a command to its end, without a shell and without standard input.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>} never rejects: a command that cannot be started has code 127 and says why in its output
 */
export function run(command, args, { cwd, env = process.env, timeout, show }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
      shell: isWindows && command === 'npm',
    })
    running.add(child)
    let output = ''
    let timedOut = false
    /** @type {NodeJS.Timeout[]} */
    const timers = []
    if (timeout !== undefined) {
      const end = () => {
        timedOut = true
        killTree(child, 'SIGTERM')
        timers.push(setTimeout(() => killTree(child, 'SIGKILL'), killGraceMs))
      }
      timers.push(setTimeout(end, timeout))
    }
    /** @param {number} code */
    const finish = (code) => {
      for (const timer of timers) clearTimeout(timer)
      running.delete(child)
      resolve({ code, output, timedOut })
    }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      if (show === 'live') process.stdout.write(text)
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text
      if (show === 'live') process.stderr.write(text)
    })
    child.once('error', (error) => {
      output += `${error.message}\n`
      finish(127)
    })
    // A command that crashes may leave helpers behind, which would also keep its output open: its group goes with it.
    child.once('exit', () => killTree(child, 'SIGKILL'))
    child.once('close', (code, signal) => {
      finish(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}
