import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBrowser, listCandidates } from './find-browser.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function writeProgram(name: string, script: string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

const find = (env: NodeJS.ProcessEnv, playwright = '/nowhere/chrome') =>
  findBrowser({ env, platform: 'aix', playwright })

test("Playwright's own browser goes before one on PATH, and CHROMIUM_PATH before both", () => {
  const own = writeProgram('playwright/chrome', 'echo Chromium 150.0.1.2')
  const system = writeProgram('bin/chromium', 'echo Chromium 149.0.1.2')
  const PATH = `/nowhere:${dirname(system)}`
  expect(find({ PATH }, own)?.path).toBe(own)
  expect(find({ PATH })).toEqual({ path: system, source: 'chromium on PATH' })
  expect(find({ PATH, CHROMIUM_PATH: system }, own)).toEqual({ path: system, source: 'CHROMIUM_PATH' })
})

test('a stub that only tells how to install a browser is passed over', () => {
  writeProgram('bin/chromium-browser', 'echo "requires the chromium snap to be installed"; exit 1')
  writeProgram('bin/chromium', 'echo "run: snap install chromium"')
  const edge = writeProgram('bin/microsoft-edge', 'echo Microsoft Edge 151.0.3.4')
  expect(find({ PATH: join(folder, 'bin') })?.path).toBe(edge)
})

test('a machine without a browser has none', () => {
  expect(find({ PATH: folder })).toBeUndefined()
})

test('a CHROMIUM_PATH that names no file is an error, not a reason to search on', () => {
  const system = writeProgram('bin/chromium', 'echo Chromium 149.0.1.2')
  expect(() => find({ PATH: dirname(system), CHROMIUM_PATH: join(folder, 'missing') })).toThrow(
    /CHROMIUM_PATH names .*missing/,
  )
})

test('macOS and Windows are searched where their installers put browsers', () => {
  const paths = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) =>
    listCandidates({ env, platform, playwright: undefined }).map(({ path }) => path.replaceAll('\\', '/'))
  expect(paths('darwin', { HOME: '/Users/ada' })).toEqual(
    expect.arrayContaining([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]),
  )
  expect(paths('win32', { PROGRAMFILES: 'C:/Programs' })).toEqual(
    expect.arrayContaining([
      'C:/Programs/Google/Chrome/Application/chrome.exe',
      'C:/Programs/Microsoft/Edge/Application/msedge.exe',
    ]),
  )
})
