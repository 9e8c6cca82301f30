import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Controls } from './control.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const register = new URL('./register.ts', import.meta.url).href
const start = fileURLToPath(new URL('./start.ts', import.meta.url))
const startLimitMs = 30_000
const stopLimitMs = 10_000
/** Where the page is, in the place of `app://aide-memoire`. */
export const standInOrigin = 'https://aide-memoire.app.stand-in'

export interface LaunchOptions {
  /** A packaged app: what is in its archive, and the folder beside; the built shell of this repository when left out. */
  packaged?: { app: string; resources: string }
  /** Arguments after the app's own. */
  args?: string[]
  /** Where user data and documents are; one of its own, that goes at the end, when left out. */
  folder?: string
  env?: Record<string, string>
}

export interface StandIn {
  readonly folder: string
  readonly pid: number
  /** Everything the app printed so far, errors included. */
  output(): string
  /** The pages of the app's windows. */
  pages(): Page[]
  /** The page of the window with this number, as soon as it is there. */
  page(index?: number): Promise<Page>
  ask<Name extends keyof Controls>(
    name: Name,
    ...args: Parameters<Controls[Name]>
  ): Promise<ReturnType<Controls[Name]>>
  /** Calls the listener with what a port that was opened for the test brings. */
  onPort(listener: (port: string, text: string) => void): void
  /** Ends it by a signal. @returns its exit code, and how long it took in milliseconds */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; took: number }>
  /** Ends it if it has not ended, and removes a folder that was made for it. */
  stop(): Promise<void>
  /** Resolves when it has ended by itself. */
  ended: Promise<number | null>
}

/** Starts the built desktop app in the stand-in. The browser and the backends end with it. */
export async function launchStandIn({
  packaged,
  args = [],
  folder,
  env = {},
}: LaunchOptions = {}): Promise<StandIn> {
  const place = folder ?? mkdtempSync(join(tmpdir(), 'aide-memoire-desktop-'))
  const app = packaged?.app ?? root
  const child = fork(start, [app, ...args], {
    cwd: app,
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', register],
    env: {
      ...process.env,
      AIDE_MEMOIRE_CONFIG: join(place, 'config'),
      ...env,
      STAND_IN_FOLDER: place,
      STAND_IN_RESOURCES: packaged?.resources ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const browser = await chromium.connectOverCDP(await endpointOf(child, () => output))
  const ask = asker(child)
  const standIn: StandIn = {
    folder: place,
    pid: child.pid ?? 0,
    output: () => output,
    pages: () => pagesOf(browser),
    async page(index = 0) {
      const limit = Date.now() + startLimitMs
      for (;;) {
        const page = pagesOf(browser)[index]
        if (page !== undefined) return page
        if (Date.now() > limit) throw new Error(`There is no window ${index}:\n${output}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    ask,
    onPort: (listener) =>
      child.on('message', ({ port, text }: { port?: string; text?: string }) => {
        if (port !== undefined && text !== undefined) listener(port, text)
      }),
    async end(signal) {
      const begun = performance.now()
      const limit = setTimeout(() => child.kill('SIGKILL'), stopLimitMs)
      child.kill(signal)
      const code = await ended
      clearTimeout(limit)
      return { code, took: performance.now() - begun }
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) await standIn.end('SIGTERM')
      await browser.close()
      if (folder === undefined) rmSync(place, { recursive: true, force: true, maxRetries: 5 })
    },
    ended,
  }
  return standIn
}

function pagesOf(browser: Browser): Page[] {
  return browser
    .contexts()
    .flatMap((context) => context.pages())
    .filter((page) => page.url().startsWith(standInOrigin))
}

function endpointOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit)
      child.kill('SIGKILL')
      reject(new Error(`The desktop app ${why}:\n${output()}`))
    }
    const limit = setTimeout(() => fail('did not start in time'), startLimitMs)
    const endedEarly = (code: number | null) => fail(`ended with code ${code}`)
    child.once('exit', endedEarly)
    child.once('message', ({ endpoint }: { endpoint: string }) => {
      clearTimeout(limit)
      child.off('exit', endedEarly)
      resolve(endpoint)
    })
  })
}

function asker(child: ChildProcess): StandIn['ask'] {
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let asked = 0
  child.on('message', ({ id, value, error }: { id?: number; value?: unknown; error?: string }) => {
    const call = id === undefined ? undefined : waiting.get(id)
    if (error === undefined) call?.resolve(value as never)
    else call?.reject(new Error(error))
  })
  return (name, ...args) =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error('The desktop app has ended.'))
      asked += 1
      waiting.set(asked, { resolve, reject })
      child.send({ id: asked, name, args }, (error) => {
        if (error !== null) reject(new Error('The desktop app has ended.', { cause: error }))
      })
    })
}
