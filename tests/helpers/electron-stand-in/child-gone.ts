/** What Node says of a message to a process that has ended, which it may hear of later than we send. */
const gone = ['EPIPE', 'ECONNRESET', 'ERR_IPC_CHANNEL_CLOSED', 'ERR_IPC_DISCONNECTED']

/**
 * The callback of a message to another process: one to a process that is gone is lost, as between Electron's processes.
 *
 * @throws what else went wrong
 */
export function unlessGone(error: Error | null): void {
  if (error !== null && !gone.includes(String((error as NodeJS.ErrnoException).code))) throw error
}
