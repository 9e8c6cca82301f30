import { defineConfig } from '@playwright/test'
import { findElectron } from './scripts/lib/choose-host.mjs'
import { findBrowser } from './scripts/lib/find-browser.mjs'
import { chromiumSwitches } from './tests/helpers/chromium-switches.ts'

// Every worker reads this file again: the first one to find the browser tells the others.
process.env['CHROMIUM_PATH'] ??= findBrowser()?.path ?? ''

/** The specs that run in the desktop shell as well, in the stand-in for Electron; HOSTS=all takes all of them. */
const onEveryHost = process.env['HOSTS'] === 'all' ? '*.spec.ts' : ['journey.spec.ts']

/** The packaged program in its own Electron, where PACKAGED_APP names one. */
const installed = process.env['PACKAGED_APP'] ? [{ name: 'installed', testMatch: 'installed/*.spec.ts' }] : []

/** The same specs in Electron itself, where it is installed; `npm test` says where it is not. */
const isElectronHere = findElectron({
  root: import.meta.dirname,
  env: process.env,
  platform: process.platform,
})
const electron = isElectronHere
  ? [
      {
        name: 'electron',
        testMatch: onEveryHost,
        testIgnore: ['desktop/**', 'installed/**'],
        use: { hostKind: 'electron' as const },
      },
    ]
  : []

/** Each test starts a host of its own through tests/helpers, so there is no web server to name here. */
export default defineConfig<{ hostKind: 'browser' | 'stand-in' | 'electron' }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './scripts/lib/build-before-tests.mjs',
  workers: 2,
  // On a busy machine a browser may miss a beat. What passes only then is named at the end of the run.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'browser', testMatch: '*.spec.ts', testIgnore: ['desktop/**', 'installed/**'] },
    { name: 'desktop', testMatch: 'desktop/*.spec.ts' },
    {
      name: 'stand-in',
      testMatch: onEveryHost,
      testIgnore: ['desktop/**', 'installed/**'],
      use: { hostKind: 'stand-in' },
    },
    ...electron,
    ...installed,
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // Noting every step of every test would take a third of the time: what fails is tried again, and noted then.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] || undefined,
      // Playwright turns Chromium's sandbox off by itself, which root needs.
      args: chromiumSwitches,
    },
  },
})
