import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/** Linux's lists of TCP connections; a program may reach 127.0.0.1 through either. */
const lists = ['/proc/net/tcp', '/proc/net/tcp6']

/**
 * Whether the program at the other end of a connection runs for another user of this machine, who must have seen the
 * launch token in the list of processes as the browser was started with it. Linux alone tells; where nothing is known,
 * the answer is no, and the token has to be enough.
 */
export function isOtherUser(socket: Socket, env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux' || process.getuid === undefined) return false
  const owner = ownerOf(socket.remotePort ?? 0, socket.localPort ?? 0, lists.map(readList))
  // Root may read the notebook anyway; a host run by sudo is opened in the browser of the one who ran it.
  const trusted = [process.getuid(), 0, Number(env['SUDO_UID'] ?? 0)]
  return owner !== null && !trusted.includes(owner)
}

/**
 * The user id behind the connection from `peerPort` to `ownPort`, both on 127.0.0.1; null where no list has it.
 *
 * @param texts lists in the form of /proc/net/tcp
 */
export function ownerOf(peerPort: number, ownPort: number, texts: readonly string[]): number | null {
  const ends = [`0100007F:${hex(peerPort)}`, `0100007F:${hex(ownPort)}`]
  for (const line of texts.join('\n').split('\n')) {
    const [, local = '', remote = '', , , , , uid] = line.trim().split(/\s+/)
    // An IPv6 socket that reached an IPv4 address has it as its last eight digits.
    if (ends[0] === local.slice(-13) && ends[1] === remote.slice(-13)) return Number(uid)
  }
  return null
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0')
}

function readList(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
