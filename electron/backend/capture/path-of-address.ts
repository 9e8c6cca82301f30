import { posix } from 'node:path'

/** The path, from the page, of what a saved page names: `./Talks_files/dam%20gate.png?x` is `Talks_files/dam gate.png`. */
export function pathOfAddress(address: string): string {
  const written = address.trim().replace(/[?#].*$/, '')
  try {
    return posix.normalize(decodeURIComponent(written))
  } catch {
    return posix.normalize(written)
  }
}
