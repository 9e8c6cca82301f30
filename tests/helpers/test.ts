import { test as base, expect } from '@playwright/test'
import { App } from './app/app.ts'
import { startTestHost, type TestHost } from './host.ts'
import { connectNotebook, type NotebookClient } from './notebook-client.ts'
import { createPageGuard, type PageGuard } from './page-guard.ts'

interface Options {
  /** What the notebook of each test holds to begin with. */
  notebook: 'empty' | 'sample'
  readOnly: boolean
}

interface Fixtures {
  /** A notebook that is there before the host starts, where a test extends this; else the host makes one. */
  notebookPath: string | undefined
  /** A host of the test's own, on a notebook of its own. */
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
  notebook: ['empty', { option: true }],
  readOnly: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  notebookPath: async ({}, use) => use(undefined),
  host: async ({ notebook, readOnly, notebookPath }, use) => {
    const host = await startTestHost({
      sample: notebook === 'sample',
      readOnly,
      ...(notebookPath === undefined ? {} : { notebook: notebookPath }),
    })
    await use(host)
    await host.stop()
  },
  guard: [
    async ({ host, context }, use) => {
      const guard = createPageGuard(host.origin)
      guard.watch(context)
      await use(guard)
      expect(guard.found(), 'what pages may never do').toEqual({ messages: [], requests: [], dialogs: [] })
    },
    { auto: true },
  ],
  app: async ({ page, host, guard: _ }, use) => {
    const app = new App(page)
    await app.open(host.url)
    await use(app)
  },
  notes: async ({ host, app: _ }, use) => {
    const { client, close } = await connectNotebook(host)
    await use(client)
    await close()
  },
  openWindow: async ({ host, context, guard: _ }, use) => {
    await use(async () => {
      const app = new App(await context.newPage())
      await app.open(host.freshUrl())
      return app
    })
  },
})

export { expect }
