import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { App } from './app/app.ts'
import { launchStandIn } from './electron-stand-in/launch.ts'
import { startTestHost, type TestHost } from './host.ts'
import type { NotebookClient } from './notebook-client.ts'
import { createPageGuard, type PageGuard } from './page-guard.ts'
import { launchRealElectron } from './real-electron.ts'
import { connectTo, firstPage, originOf, type Running } from './running.ts'
import { copySampleNotebook } from './sample-notebook.ts'

interface Options {
  /** What opens the app: the browser host, or the built desktop shell in the stand-in for Electron or in Electron itself. */
  hostKind: 'browser' | 'stand-in' | 'electron'
  /** What starts the browser host, where it is not the product's own script. */
  hostEntry: URL | undefined
  /** What the notebook of each test holds to begin with. */
  notebook: 'empty' | 'sample'
  readOnly: boolean
}

interface Fixtures {
  /** A notebook that is there before the host starts, where a test extends this; else the host makes one. */
  notebookPath: string | undefined
  running: Running
  /** The browser host of the test's own; a test that asks for it is skipped where there is another. */
  host: TestHost
  /** Looks after every page of the test, without being asked. */
  guard: PageGuard
  /** The app in the test's page, opened and ready. */
  app: App
  /** The notebook beside the windows: to prepare what a test needs, and to look at what came of it. */
  notes: NotebookClient
  /** Opens one more window on the notebook, in the same browser profile. */
  openWindow(): Promise<App>
}

/** Every end-to-end test of a screen: it fails by itself where a page says, asks or sends anything it should not. */
export const test = base.extend<Options & Fixtures>({
  hostKind: ['browser', { option: true }],
  hostEntry: [undefined, { option: true }],
  notebook: ['empty', { option: true }],
  readOnly: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  notebookPath: async ({}, use) => use(undefined),
  running: async ({ hostKind, hostEntry, notebook, readOnly, notebookPath }, use, { skip }) => {
    skip(hostKind !== 'browser' && readOnly, 'The desktop shell has no option for reading only.')
    const sample = notebook === 'sample'
    if (hostKind === 'stand-in') {
      const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-desktop-'))
      const path = notebookPath ?? (sample ? join(folder, 'Sample.memoire') : undefined)
      if (sample && path !== undefined && !existsSync(path)) await copySampleNotebook(path)
      const desktop = await launchStandIn({
        folder,
        args: path === undefined ? [] : ['--notebook', path],
        env: { STAND_IN_DISPLAYS: '[{"x":0,"y":0,"width":1280,"height":800}]' },
      })
      await use({ kind: 'stand-in', desktop })
      const problems = await desktop.ask('problems')
      await desktop.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      expect(problems, 'what Electron would have complained about').toEqual([])
    } else if (hostKind === 'electron') {
      const electron = await launchRealElectron({ notebook: notebookPath, sample })
      await use({ kind: 'electron', electron })
      await electron.stop()
    } else {
      const given = {
        ...(notebookPath !== undefined && { notebook: notebookPath }),
        ...(hostEntry !== undefined && { entry: hostEntry }),
      }
      const host = await startTestHost({ sample, readOnly, ...given })
      await use({ kind: 'browser', host })
      await host.stop()
    }
  },
  host: async ({ running }, use, { skip }) => {
    skip(running.kind !== 'browser', 'This is about the browser host.')
    if (running.kind === 'browser') await use(running.host)
  },
  context: async ({ context, running }, use) =>
    use(running.kind === 'browser' ? context : (await firstPage(running)).context()),
  page: async ({ context, running }, use) =>
    use(running.kind === 'browser' ? await context.newPage() : await firstPage(running)),
  guard: [
    async ({ running, context }, use) => {
      const guard = createPageGuard(originOf(running))
      guard.watch(context)
      await use(guard)
      expect(guard.found(), 'what pages may never do').toEqual({ messages: [], requests: [], dialogs: [] })
    },
    { auto: true },
  ],
  app: async ({ page, running, guard: _ }, use) => {
    const app = new App(page)
    if (running.kind === 'browser') await app.open(running.host.url)
    else await app.isReady()
    await use(app)
  },
  notes: async ({ running, app: _ }, use) => {
    const { client, close } = await connectTo(running)
    await use(client)
    await close()
  },
  openWindow: async ({ running, context, guard: _ }, use) => {
    await use(async () => {
      if (running.kind === 'browser') {
        const app = new App(await context.newPage())
        await app.open(running.host.freshUrl())
        return app
      }
      if (running.kind === 'electron') {
        const app = new App(await running.electron.openWindow())
        await app.isReady()
        return app
      }
      const { desktop } = running
      const next = desktop.pages().length
      await desktop.ask('clickMenu', 'newWindow')
      const app = new App(await desktop.page(next))
      await app.isReady()
      return app
    })
  },
})

export { expect }
