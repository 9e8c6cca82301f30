import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

export interface Place {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  home: string
}

/** The folder for notebooks that nobody gave a place: `Aide-Mémoire` among the user's documents. It may not exist yet. */
export function notebooksFolder(
  place: Place = { env: process.env, platform: process.platform, home: homedir() },
): string {
  return join(documentsFolder(place), 'Aide-Mémoire')
}

/** Linux desktops let the user choose, and write the choice where xdg-user-dirs says; the others say `Documents`. */
function documentsFolder({ env, platform, home }: Place): string {
  const usual = join(home, 'Documents')
  if (platform === 'darwin' || platform === 'win32') return usual
  const named = env['XDG_DOCUMENTS_DIR'] ?? chosenDocuments(env['XDG_CONFIG_HOME'] ?? join(home, '.config'))
  const folder = named?.replace(/^\$HOME(?=\/|$)/, home)
  return folder !== undefined && isAbsolute(folder) ? folder : usual
}

function chosenDocuments(configFolder: string): string | undefined {
  try {
    const text = readFileSync(join(configFolder, 'user-dirs.dirs'), 'utf8')
    return /^XDG_DOCUMENTS_DIR="(.*)"$/m.exec(text)?.[1]
  } catch {
    return undefined
  }
}
