import { homedir } from 'node:os'
import { join } from 'node:path'

export interface Place {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  home: string
}

/**
 * Where this machine's user keeps what belongs to no notebook: `AIDE_MEMOIRE_CONFIG` where that is set, else where the
 * system wants it. It may not exist yet.
 */
export function configFolder(
  { env, platform, home }: Place = { env: process.env, platform: process.platform, home: homedir() },
): string {
  const named = env['AIDE_MEMOIRE_CONFIG']
  if (named) return named
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'aide-memoire-data')
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'aide-memoire-data')
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'aide-memoire-data')
}
