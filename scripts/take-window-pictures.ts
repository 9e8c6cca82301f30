import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { launchStandIn } from '../tests/helpers/electron-stand-in/launch.ts'
import { ensureBuilt } from './lib/build.mjs'
import { findBrowser } from './lib/find-browser.mjs'

/*
 * Takes pictures of the desktop app's windows on the sample notebook, in the stand-in for Electron, on a screen: the one
 * there is, or one of Xvfb's. `npm run pictures:window` writes them to test-results/windows, light and dark, in three sizes.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'test-results', 'windows')
const rows = '[role=option]:not([aria-busy])'
const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]

async function takeAll(size: (typeof sizes)[number], display: string): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'aide-memoire-windows-'))
  const userData = join(place, 'userData')
  mkdirSync(userData, { recursive: true })
  const notebook = join(place, 'The Meruna talks.memoire')
  const desktop = await launchStandIn({
    folder: place,
    args: ['--notebook', notebook, '--sample'],
    env: {
      DISPLAY: display,
      STAND_IN_SCREEN: 'real',
      STAND_IN_DISPLAYS: JSON.stringify([{ x: 0, y: 0, ...size }]),
    },
  })
  try {
    const page = await desktop.page()
    await page.setViewportSize(size)
    await page.locator(rows).first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const save = (name: string) => picture(page, `${name}-${size.width}-${colorScheme}.png`)
      await desktop.ask('clickMenu', 'goLibrary')
      await page.locator(rows).first().waitFor()
      await save('library')
      await page.getByText('Grend says reopening').first().click()
      await page.locator('mark[data-quotes]').first().waitFor()
      await save('reader')
      await desktop.ask('clickMenu', 'goTopics')
      await page.getByRole('heading', { level: 1, name: 'Topics' }).waitFor()
      await save('topics')
      await desktop.ask('clickMenu', 'goSettings')
      await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
      await save('settings')
    }
  } finally {
    await desktop.stop()
    rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  await page.screenshot({ path: join(folder, name), animations: 'disabled', caret: 'hide' })
  console.log(join(folder, name))
}

/** A screen of its own, as large as the largest window. @returns undefined where Xvfb is not installed */
function startScreen(display: string): ChildProcess | undefined {
  if (!existsSync('/usr/bin/Xvfb')) return undefined
  return spawn('/usr/bin/Xvfb', [display, '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  })
}

process.env['CHROMIUM_PATH'] ??= findBrowser()?.path ?? ''
mkdirSync(folder, { recursive: true })
await ensureBuilt(root, ['renderer', 'shell'])
const given = process.env['DISPLAY']
const own = `:${90 + (process.pid % 10)}`
const screen = given ? undefined : startScreen(own)
if (!given && screen === undefined)
  throw new Error('There is no screen. Install Xvfb (apt-get install xvfb).')
try {
  for (const size of sizes) await takeAll(size, given ?? own)
} finally {
  screen?.kill()
}
