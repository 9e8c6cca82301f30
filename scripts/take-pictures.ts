import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startTestHost } from '../tests/helpers/host.ts'
import { ensureBuilt } from './lib/build.mjs'
import { findBrowser } from './lib/find-browser.mjs'

/*
 * Takes the pictures of the README from the running app with the sample notebook: `npm run pictures`.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs', 'pictures')
const size = { width: 1280, height: 800 }

/** A window on the sample in one theme, once everything in it stands still. */
async function openWindow(browser: Browser, url: string, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('navigation').first().waitFor()
  return page
}

async function save(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  // Nothing is to point at anything by accident.
  await page.mouse.move(size.width - 1, size.height - 1)
  await page.screenshot({ path: join(folder, name), animations: 'disabled', caret: 'hide' })
  console.log(`docs/pictures/${name}`)
}

mkdirSync(folder, { recursive: true })
await ensureBuilt(root, ['renderer'])
const found = findBrowser()
const browser = await chromium.launch(found ? { executablePath: found.path } : {})
const temporary = mkdtempSync(join(tmpdir(), 'aide-memoire-pictures-'))
const host = await startTestHost({ sample: true, notebook: join(temporary, 'The Meruna talks.memoire') })
try {
  const library = await openWindow(browser, host.url, 'light')
  await library.getByRole('heading', { level: 1 }).waitFor()
  await save(library, 'library-light.png')

  const reader = await openWindow(browser, host.freshUrl(), 'dark')
  await reader.getByText('Three gaps left on the Meruna').click()
  await reader.locator('mark[data-quotes]').first().click()
  await save(reader, 'reader-dark.png')
} finally {
  await browser.close()
  await host.stop()
  rmSync(temporary, { recursive: true, force: true })
}
