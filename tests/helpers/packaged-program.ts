import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'

const startLimitMs = 60_000
const stopLimitMs = 10_000
const origin = 'app://aide-memoire/'

export interface Program {
  page: Page
  /** Ends it, and removes everything it wrote. */
  stop(): Promise<void>
}

/**
 * Starts a packaged app on the sample notebook and takes hold of its window. Its fuses turn Node's inspector off, so that
 * is through Chromium's.
 */
export async function startProgram(path: string): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-program-'))
  const args = [
    '--remote-debugging-port=0',
    '--lang=en-GB',
    `--user-data-dir=${join(folder, 'user')}`,
    '--notebook',
    join(folder, 'talks.memoire'),
    '--sample',
  ]
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const end = async () => {
    child.kill()
    const limit = setTimeout(() => child.kill('SIGKILL'), stopLimitMs)
    await ended
    clearTimeout(limit)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const browser = await chromium.connectOverCDP(await endpointOf(child))
    return {
      page: await firstPage(browser),
      async stop() {
        await browser.close()
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

/** The page of the app's window, as soon as it is there. */
async function firstPage(browser: Browser): Promise<Page> {
  const limit = Date.now() + startLimitMs
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const page = pages.find((one) => one.url().startsWith(origin))
    if (page !== undefined) return page
    if (Date.now() > limit) {
      throw new Error(`The app has no window, but ${pages.map((one) => one.url()).join(', ') || 'nothing'}.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why: string) => {
      clearTimeout(limit)
      child.kill('SIGKILL')
      reject(new Error(`The app ${why}:\n${said}`))
    }
    const limit = setTimeout(() => fail('did not start in time'), startLimitMs)
    child.once('error', (error) => fail(error.message))
    child.once('exit', (code) => fail(`ended with code ${code}`))
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text
      const [, endpoint] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (endpoint === undefined) return
      clearTimeout(limit)
      resolve(endpoint)
    })
  })
}
