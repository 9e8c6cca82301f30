import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** What a running host leaves for the next start on the same notebook: where it is, and a way in. */
const launchSchema = z.object({ pid: z.number(), notebook: z.string(), url: z.string() })
export type Launch = z.infer<typeof launchSchema>

/** Where the host of this notebook leaves its launch file: in a folder that only this user can look into. */
export function launchFilePath(notebookPath: string, env: NodeJS.ProcessEnv = process.env): string {
  const runtime = env['XDG_RUNTIME_DIR']
  const folder = runtime
    ? join(runtime, 'aide-memoire')
    : join(tmpdir(), `aide-memoire-${process.getuid?.() ?? 'user'}`)
  const name = createHash('sha256').update(realpathSync(notebookPath)).digest('hex').slice(0, 32)
  return join(folder, `${name}.json`)
}

/**
 * Writes the launch file, mode 0600 in a folder of mode 0700, whole or not at all.
 *
 * @returns false where it cannot be written, or where the folder belongs to somebody else, who could read the token
 */
export function writeLaunchFile(path: string, launch: Launch): boolean {
  const folder = dirname(path)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!isOurs(lstatSync(folder))) return false
    chmodSync(folder, 0o700)
    const unfinished = `${path}-${randomUUID()}`
    writeFileSync(unfinished, `${JSON.stringify(launch)}\n`, { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, path)
    return true
  } catch {
    return false
  }
}

/** Reads a launch file; null where there is none, or none that this user wrote. */
export function readLaunchFile(path: string): Launch | null {
  try {
    const handle = openSync(path, 'r')
    try {
      if (!isOurs(fstatSync(handle))) return null
      return launchSchema.parse(JSON.parse(readFileSync(handle, 'utf8')))
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}

export function removeLaunchFile(path: string): void {
  rmSync(path, { force: true })
}

/** Windows has no user ids; its folder for temporary files is the user's own. */
function isOurs({ uid }: { uid: number }): boolean {
  return process.getuid === undefined || uid === process.getuid()
}
