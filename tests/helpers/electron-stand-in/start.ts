import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { chromiumSwitches } from '../chromium-switches.ts'
import { app } from './app.ts'
import { answerTests } from './control.ts'
import { serveRequests } from './session.ts'
import { world } from './world.ts'

/* Starts the built shell as Electron does: the entry runs to its end, then Chromium starts, then the app is ready. */

// As Electron has it: the app stands where Node names the script.
process.argv.splice(1, 1)
const root = process.argv[1] ?? ''
const folder = process.env['STAND_IN_FOLDER'] ?? ''
// A packaged program is named without its app.
if (app.isPackaged) process.argv.splice(1, 1)
Object.assign(process, { resourcesPath: process.env['STAND_IN_RESOURCES'] })

const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
// An entry that waits for `ready` waits for ever, here as there: Node ends it with code 13.
await import(pathToFileURL(join(root, main)).href)

const isOnScreen = process.env['STAND_IN_SCREEN'] === 'real'
const profile = join(folder, 'chromium')
const switches = [...world.switches].map(([name, value]) => `--${name}${value === '' ? '' : `=${value}`}`)
world.context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env['CHROMIUM_PATH'] || undefined,
  viewport: null,
  // On a screen, as large as it is and without the browser's own frame: for pictures of the windows.
  headless: !isOnScreen,
  locale: process.env['STAND_IN_LANGUAGE'] ?? 'en-GB',
  serviceWorkers: 'block',
  // Signals are the app's to answer.
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
  args: ['--remote-debugging-port=0', ...chromiumSwitches, ...(isOnScreen ? ['--kiosk'] : []), ...switches],
})
await serveRequests(world.context)
// A window that a page opened by itself: the app has been asked, and only denies.
world.context.on('page', async (page) => {
  if ((await page.opener()) !== null) await page.close()
})
const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
answerTests(`http://127.0.0.1:${port}`)
app.start()
