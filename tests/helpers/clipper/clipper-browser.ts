import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test'
import { chromiumSwitches } from '../chromium-switches.ts'
import { ClipperPopup } from './popup.ts'

const extension = fileURLToPath(new URL('../../../out/clipper/chromium', import.meta.url))

/** What the tests ask of the extension's background; Chromium's own API. */
interface ChromeInTests {
  tabs: { query(which: { url?: string; active?: boolean }): Promise<{ id: number }[]> }
  action: { getBadgeText(which: object): Promise<string> }
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } }
  commands: { onCommand: { dispatch(command: string, tab: object): void } }
}
declare const chrome: ChromeInTests

/** A real Chromium with the built extension loaded into a profile of its own. */
export class ClipperBrowser {
  readonly context: BrowserContext
  readonly id: string
  readonly profile: string
  readonly #devtools: CDPSession

  private constructor(context: BrowserContext, id: string, profile: string, devtools: CDPSession) {
    this.context = context
    this.id = id
    this.profile = profile
    this.#devtools = devtools
  }

  /** @param profile one that was used before, with what the extension kept in it */
  static async launch({
    profile = mkdtempSync(join(tmpdir(), 'aide-memoire-profile-')),
    locale = 'en-GB',
    colorScheme = 'light',
  }: {
    profile?: string
    locale?: string
    colorScheme?: 'light' | 'dark'
  } = {}): Promise<ClipperBrowser> {
    const path = process.env['CHROMIUM_PATH']
    const context = await chromium.launchPersistentContext(profile, {
      ...(path ? { executablePath: path } : {}),
      colorScheme,
      viewport: { width: 1000, height: 700 },
      locale,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        ...chromiumSwitches,
        // Chrome no longer loads an extension named on its command line; over this door every Chromium does.
        '--enable-unsafe-extension-debugging',
      ],
    })
    const devtools = await context.browser()?.newBrowserCDPSession()
    if (devtools === undefined) throw new Error('The browser of a persistent context cannot be reached.')
    const { id } = (await devtools.send(
      'Extensions.loadUnpacked' as never,
      { path: extension } as never,
    )) as {
      id: string
    }
    return new ClipperBrowser(context, id, profile, devtools)
  }

  /** The extension's background, started anew by the browser where it was ended. */
  async background(): Promise<Worker> {
    const found = this.context.serviceWorkers().find((worker) => worker.url().includes(this.id))
    return found ?? (await this.context.waitForEvent('serviceworker'))
  }

  async openPage(url: string): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(url)
    return page
  }

  /**
   * Presses the extension's button on the toolbar, which is what lets it look into the page; then shows its popup in a tab,
   * since the one at the button is out of reach.
   */
  async openPopup(page: Page): Promise<ClipperPopup> {
    await page.bringToFront()
    const filter = [{ type: 'tab' }]
    const { targetInfos } = await this.#devtools.send('Target.getTargets', { filter })
    const tab = targetInfos.find(({ url }) => url === page.url())
    await this.#devtools.send(
      'Extensions.triggerAction' as never,
      { id: this.id, targetId: tab?.targetId } as never,
    )
    return this.showPopup(await this.tabIdOf(page))
  }

  async showPopup(tabId: number): Promise<ClipperPopup> {
    const popup = await this.context.newPage()
    await popup.goto(`chrome-extension://${this.id}/popup/index.html?tab=${tabId}`)
    return new ClipperPopup(popup)
  }

  async tabIdOf(page: Page): Promise<number> {
    await page.bringToFront()
    const background = await this.background()
    return background.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id ?? -1)
  }

  async badge(): Promise<string> {
    return (await this.background()).evaluate(() => chrome.action.getBadgeText({}))
  }

  /** Chooses an item of the context menu, which a test cannot click. */
  async chooseInMenu(
    page: Page,
    info: { menuItemId: string; linkUrl?: string; srcUrl?: string },
  ): Promise<void> {
    const id = await this.tabIdOf(page)
    const background = await this.background()
    await background.evaluate(([what, tab]) => chrome.contextMenus.onClicked.dispatch(what, tab), [
      info,
      { id },
    ] as const)
  }

  /** Presses the key of a command, which goes to the browser and not to a page. */
  async pressKeyOf(page: Page, command: 'clip-page' | 'clip-selection'): Promise<void> {
    const id = await this.tabIdOf(page)
    const background = await this.background()
    await background.evaluate(([what, tab]) => chrome.commands.onCommand.dispatch(what, tab), [
      command,
      { id },
    ] as const)
  }

  async close({ keepProfile = false } = {}): Promise<void> {
    await this.context.close()
    if (!keepProfile) rmSync(this.profile, { recursive: true, force: true })
  }
}
