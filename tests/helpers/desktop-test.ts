import { test as base, expect } from '@playwright/test'
import { App } from './app/app.ts'
import { type LaunchOptions, launchStandIn, type StandIn, standInOrigin } from './electron-stand-in/launch.ts'
import { createPageGuard, type PageGuard } from './page-guard.ts'

export interface Desktop extends StandIn {
  /** The app in a window, when a screen stands in it. */
  app(index?: number): Promise<App>
}

interface Fixtures {
  /** Looks after every page of the test, without being asked. */
  guard: PageGuard
  /** Starts the desktop app in the stand-in; what is still running when the test is over is ended. */
  launch(options?: LaunchOptions): Promise<Desktop>
}

/** Tests of the desktop shell, as built, in the stand-in for Electron: pages are guarded as in every end-to-end test. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from the pattern
  guard: async ({}, use) => {
    const guard = createPageGuard(standInOrigin)
    await use(guard)
    expect(guard.found(), 'what pages may never do').toEqual({ messages: [], requests: [], dialogs: [] })
  },
  launch: async ({ guard }, use) => {
    const started: Desktop[] = []
    await use(async (options) => {
      const standIn = await launchStandIn(options)
      const first = await standIn.page()
      guard.watch(first.context())
      const desktop: Desktop = {
        ...standIn,
        async app(index = 0) {
          const app = new App(await standIn.page(index))
          await app.isReady()
          return app
        },
      }
      started.push(desktop)
      return desktop
    })
    // A later one may use the folder of an earlier one.
    for (const desktop of started.reverse()) {
      const problems = await desktop.ask('problems').catch(() => [])
      await desktop.stop()
      expect(problems, 'what Electron would have complained about').toEqual([])
      expect(desktop.output(), 'what the app printed').toBe('')
    }
  },
})

export { expect }
