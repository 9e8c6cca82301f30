import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ name: 'browser', reason: string | undefined }} BrowserHost `reason` says why it is not the desktop app,
 *   in one sentence; undefined when the browser host was asked for
 * @typedef {{ name: 'electron', program: string }} ElectronHost
 */

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const electronPrograms = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

/** @param {string} reason @returns {BrowserHost} */
function browser(reason) {
  return { name: 'browser', reason: `${reason}: starting the browser host.` }
}

/**
 * Decides what opens the app: Electron where it can, the browser host where it cannot or was asked for.
 *
 * @param {object} place
 * @param {string} place.root
 * @param {NodeJS.ProcessEnv} place.env
 * @param {NodeJS.Platform} place.platform
 * @param {boolean} place.serve whether the browser host was asked for
 * @returns {BrowserHost | ElectronHost}
 */
export function chooseHost({ root, env, platform, serve }) {
  if (serve) return { name: 'browser', reason: undefined }
  const hasDisplay =
    platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  if (!hasDisplay) return browser('No display was found')
  const program = findElectron({ root, env, platform })
  return program === undefined ? browser('Electron is not installed') : { name: 'electron', program }
}

/**
 * @param {{ root: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform }} place
 * @returns {string | undefined} Electron's program; undefined where it is not installed
 */
export function findElectron({ root, env, platform }) {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(root, 'node_modules', 'electron', 'dist')
  const program = join(folder, electronPrograms[platform] ?? 'electron')
  return existsSync(program) ? program : undefined
}
