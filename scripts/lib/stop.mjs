import { readFileSync } from 'node:fs'

const launcherPollMs = 500

/**
 * Names the npm that started this process: while the answer stays the same, it is there.
 *
 * npm stands behind `sh -c`, and only Linux tells the parent of a parent without another program; elsewhere the shell
 * has to do.
 */
function nameLauncher() {
  const parent = process.ppid
  try {
    const isShell = readFileSync(`/proc/${parent}/cmdline`, 'utf8').split('\0')[1] === '-c'
    if (isShell)
      return `${parent} of ${/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1]}`
  } catch {
    // No Linux, or the parent has just ended.
  }
  return String(parent)
}

/**
 * Calls `stop` each time this process is asked to end: by Ctrl-C, SIGTERM, a closed terminal, or the end of the npm
 * that started it. npm passes signals on to a shell only, and a shell that dies of one leaves its command running.
 *
 * @param {(signal: NodeJS.Signals) => void} stop
 * @returns {() => void} puts everything back as it was
 */
export function onStop(stop) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, stop)
  const launcher = nameLauncher()
  const poll = setInterval(() => {
    if (nameLauncher() === launcher) return
    clearInterval(poll)
    stop('SIGTERM')
  }, launcherPollMs)
  poll.unref()
  // A command started without npm may outlive the shell it was typed into, as with nohup.
  if (!process.env['npm_lifecycle_event']) clearInterval(poll)
  return () => {
    clearInterval(poll)
    for (const signal of signals) process.off(signal, stop)
  }
}
