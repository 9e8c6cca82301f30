const launcherPollMs = 500

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
  const launcher = process.ppid
  const poll = setInterval(() => {
    if (process.ppid === launcher) return
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
