import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** By this name systems know the app; `electron-builder.yml` has it too. */
export const appId = 'org.aidememoire.AideMemoire'

/** The picture of the app, where the system does not take it from the program or a desktop entry. */
export const iconPath = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'resources',
  'icons',
  'png',
  '256x256.png',
)

/**
 * The text of the licences of everything that is in the app: a file of its own, so that another program can show it.
 *
 * @returns undefined where the app has not been packaged yet, which is what gathers them
 */
export function licencesPath(): string | undefined {
  const folder = app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '..', '..')
  const path = join(folder, 'licences', 'third-party.txt')
  return existsSync(path) ? path : undefined
}

/**
 * The folder of the browser clipper, built, with a folder for each kind of browser: one that stays where it is, since a
 * browser loads the extension from there each time it starts.
 */
export function clipperFolder(): string {
  if (!app.isPackaged) return join(import.meta.dirname, '..', '..', 'clipper')
  const shipped = join(process.resourcesPath, 'clipper')
  // An AppImage and the portable program for Windows lie in another place each time they run.
  if (!process.env['APPIMAGE'] && !process.env['PORTABLE_EXECUTABLE_FILE']) return shipped
  const kept = join(app.getPath('userData'), 'clipper')
  if (existsSync(shipped)) cpSync(shipped, kept, { recursive: true })
  return kept
}
