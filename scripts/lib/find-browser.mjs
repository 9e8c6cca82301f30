import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { Failure } from './failure.mjs'

/** @typedef {{ path: string, source: string }} Browser `source` names where it was found, for people */

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
]

/** Where installers put a browser without putting it on PATH, under the folders that `startsOf` names. */
const places = {
  darwin: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['google/chrome/chrome', 'microsoft/msedge/msedge', 'chromium/chromium'],
}

/** @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} env @returns {string[]} */
function startsOf(platform, env) {
  if (platform === 'darwin') return ['/Applications', join(env['HOME'] ?? '', 'Applications')]
  if (platform !== 'win32') return ['/opt']
  return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
    (path) => path !== undefined,
  )
}

/** @returns {string | undefined} where Playwright keeps, or would keep, the Chromium made for its version */
function playwrightBrowser() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath()
  } catch {
    return undefined
  }
}

/**
 * Every place a Chromium may stand, the best first: Playwright's own, then the commands on PATH, then where installers put them.
 *
 * @param {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, playwright: string | undefined }} machine
 * @returns {Browser[]}
 */
export function listCandidates({ env, platform, playwright }) {
  const onPath = commands.flatMap((command) =>
    (env['PATH'] ?? env['Path'] ?? '').split(delimiter).flatMap((folder) => {
      const name = platform === 'win32' ? `${command}.exe` : command
      return folder === '' ? [] : [{ path: join(folder, name), source: `${command} on PATH` }]
    }),
  )
  const known = platform === 'darwin' || platform === 'win32' ? places[platform] : places.linux
  const installed = startsOf(platform, env).flatMap((start) =>
    known.map((path) => ({ path: join(start, path), source: 'installed on this machine' })),
  )
  return [...(playwright ? [{ path: playwright, source: "Playwright's own" }] : []), ...onPath, ...installed]
}

/** @param {string} path @param {NodeJS.Platform} platform */
function works(path, platform) {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return false
  }
  // On Windows `--version` opens a window. Elsewhere it tells a browser from a stub that only says how to install one.
  if (platform === 'win32') return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+\.\d+/.test(stdout)
}

/**
 * Finds a Chromium, Chrome or Edge for the browser tests. CHROMIUM_PATH names one and ends the search.
 *
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, playwright?: string | undefined }} [machine]
 * @returns {Browser | undefined}
 * @throws {Failure} when CHROMIUM_PATH names a file that is not there
 */
export function findBrowser({
  env = process.env,
  platform = process.platform,
  playwright = playwrightBrowser(),
} = {}) {
  const named = env['CHROMIUM_PATH']
  if (named) {
    if (existsSync(named)) return { path: named, source: 'CHROMIUM_PATH' }
    throw new Failure(`CHROMIUM_PATH names ${named}, and there is no such file.`)
  }
  return listCandidates({ env, platform, playwright }).find(({ path }) => works(path, platform))
}
