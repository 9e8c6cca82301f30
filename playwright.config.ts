import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/lib/find-browser.mjs'

// Every worker reads this file again: the first one to find the browser tells the others.
process.env['CHROMIUM_PATH'] ??= findBrowser()?.path ?? ''

/** Each test starts a host of its own through tests/helpers, so there is no web server to name here. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './scripts/lib/build-before-tests.mjs',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] || undefined,
      // Playwright turns Chromium's sandbox off by itself, which root needs.
      args: ['--disable-quic', '--disable-background-networking'],
    },
  },
})
