import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import type { CDPSession, Page } from '@playwright/test'
import type { WebContents, WindowOpenHandlerResponse } from 'electron'
import { app } from './app.ts'
import { ipcMain } from './ipc-main.ts'
import { bindingName, mainWorldScript, preloadWorld, preloadWorldScript } from './page-scripts.ts'
import { closePort, closePortsOf, type PortOwner, sendThrough, transfer } from './ports.ts'
import { emitPreventable, toAppUrl, toBrowserUrl, world } from './world.ts'

type Used = Pick<
  WebContents,
  | 'postMessage'
  | 'send'
  | 'isDestroyed'
  | 'isLoadingMainFrame'
  | 'getURL'
  | 'reload'
  | 'setWindowOpenHandler'
  | 'printToPDF'
  | 'print'
>

type OpenHandler = (details: { url: string }) => WindowOpenHandlerResponse

type FromPage =
  | { kind: 'ipc'; channel: string; args: unknown[] }
  | { kind: 'port'; id: string; data: unknown }
  | { kind: 'port-closed'; id: string }
  | { kind: 'input'; type: string }
  | { kind: 'preload-error'; message: string }

const inputTypes: Record<string, string> = {
  mousedown: 'mouseDown',
  mouseup: 'mouseUp',
  keydown: 'rawKeyDown',
}

export class StandInWebContents extends EventEmitter implements Used {
  page: Page | undefined
  #cdp: CDPSession | undefined
  #preloadContext: number | undefined
  #isDestroyed = false
  #isLoading = false
  #hasCrashed = false
  /** Shows the page of this window in a new process. */
  revive: () => Promise<void> = async () => {}
  #url = ''
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  readonly #owner: PortOwner = {
    deliver: (id, data) => this.#run('deliver', id, data),
    closed: (id) => this.#run('close', id),
  }

  get mainFrame() {
    return this.#frame
  }
  readonly #frame = { url: '' }

  /** Shows a page with the preload in a world of its own. */
  async begin(page: Page, preload: string): Promise<void> {
    this.page = page
    const cdp = await page.context().newCDPSession(page)
    this.#cdp = cdp
    page.on('load', () => {
      this.#isLoading = false
      this.emit('did-finish-load')
    })
    page.on('crash', () => {
      this.#preloadContext = undefined
      this.#hasCrashed = true
      closePortsOf(this.#owner)
      const details = { reason: 'crashed', exitCode: 1 }
      this.emit('render-process-gone', {}, details)
      app.emit('render-process-gone', {}, this, details)
    })
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== preloadWorld) return
      // Another document: what the one before had is gone.
      closePortsOf(this.#owner)
      this.#preloadContext = context.id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === bindingName) this.#receive(JSON.parse(payload))
    })
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#moved(frame.url + (frame.urlFragment ?? ''))
    })
    cdp.on('Page.navigatedWithinDocument', ({ url }) => {
      this.#moved(url)
      this.emit('did-navigate-in-page', {}, toAppUrl(url), true)
    })
    cdp.on('Page.windowOpen', ({ url }) => {
      const { action } = this.#openHandler({ url: toAppUrl(url) })
      if (action !== 'deny') world.problems.push(`A second window was allowed: ${url}`)
    })
    cdp.on('Page.frameRequestedNavigation', ({ url, disposition }) => {
      // What goes over the network is asked about by `guardNavigation`; the rest never gets there.
      if (disposition === 'currentTab' && !/^https?:/.test(url)) this.#mayNavigate(url)
    })
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: preloadWorld })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorldScript})()` })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${preloadWorldScript})(function (require, module, exports) {\n${readPreload(preload)}\n})`,
      worldName: preloadWorld,
    })
    await this.#guardNavigation(page)
  }

  /** Asks about every navigation a page begins by itself. */
  async #guardNavigation(page: Page): Promise<void> {
    await page.route('**/*', async (route) => {
      const request = route.request()
      const isOurs = this.#isLoading && request.frame() === page.mainFrame()
      if (!request.isNavigationRequest() || isOurs) return route.fallback()
      const isMainFrame = request.frame() === page.mainFrame()
      if (this.#mayNavigate(request.url(), isMainFrame)) await route.fallback()
      else await route.abort('aborted')
    })
  }

  #mayNavigate(browserUrl: string, isMainFrame = true): boolean {
    const url = toAppUrl(browserUrl)
    return !emitPreventable(this, 'will-frame-navigate', { url, isMainFrame })
  }

  async load(address: string): Promise<void> {
    const url = toBrowserUrl(address)
    this.#isLoading = true
    this.#moved(url)
    try {
      await this.page?.goto(url, { waitUntil: 'load' })
    } catch (error) {
      // Nothing is heard any more in an app that ends.
      if (world.isEnding) await new Promise(() => {})
      throw loadError(error, address, this.#isDestroyed)
    }
  }

  #moved(url: string): void {
    this.#url = toAppUrl(url)
    this.#frame.url = this.#url
  }

  #receive(message: FromPage): void {
    switch (message.kind) {
      case 'ipc':
        ipcMain.emit(
          message.channel,
          { sender: this, senderFrame: this.mainFrame, ports: [] },
          ...message.args,
        )
        break
      case 'port':
        sendThrough(message.id, message.data)
        break
      case 'port-closed':
        closePort(message.id)
        break
      case 'input':
        this.emit('input-event', {}, { type: inputTypes[message.type] })
        break
      case 'preload-error':
        world.problems.push(`The preload failed: ${message.message}`)
    }
  }

  #run(name: 'emit' | 'deliver' | 'close', ...args: unknown[]): void {
    if (this.#isDestroyed || this.#preloadContext === undefined) return
    const expression = `__standIn.${name}(${args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ')})`
    this.#cdp?.send('Runtime.evaluate', { expression, contextId: this.#preloadContext }).catch(() => {
      // The document went away meanwhile, and what it was to be told with it.
    })
  }

  postMessage(channel: string, message: unknown, ports: readonly unknown[] = []): void {
    this.#assertAlive()
    this.#run('emit', channel, [message], transfer(message, ports, this.#owner))
  }

  send(channel: string, ...args: unknown[]): void {
    this.#assertAlive()
    this.#run('emit', channel, structuredClone(args), [])
  }

  #assertAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  destroyed(): void {
    closePortsOf(this.#owner)
    this.#isDestroyed = true
  }

  isLoadingMainFrame(): boolean {
    return this.#isLoading
  }

  getURL(): string {
    return this.#url
  }

  reload(): void {
    this.#isLoading = true
    if (this.#hasCrashed) void this.revive()
    else void this.#cdp?.send('Page.reload').catch(() => {})
    this.#hasCrashed = false
  }

  /** Ends the process of the page, for a test. */
  crash(): void {
    void this.#cdp?.send('Page.crash').catch(() => {})
  }

  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler as OpenHandler
  }

  print(): void {
    world.shownDialogs.push({ kind: 'print', options: {} })
  }

  async printToPDF(): Promise<Buffer> {
    return (await this.page?.pdf({ format: 'A4' })) ?? Buffer.alloc(0)
  }
}

/** What `loadURL` rejects with, as Electron does; a page that goes away with its window has simply failed. */
function loadError(error: unknown, address: string, isDestroyed: boolean): Error {
  const name = isDestroyed ? 'ERR_FAILED' : (/ERR_[A-Z_]+/.exec(String(error))?.[0] ?? 'ERR_FAILED')
  return Object.assign(new Error(`${name} loading '${address}'`, { cause: error }), { code: name })
}

/** @throws for what a sandboxed preload cannot be: an ES module, or anything that does not parse */
export function readPreload(path: string): string {
  const text = readFileSync(path, 'utf8')
  try {
    new Script(`(function (require, module, exports) {\n${text}\n})`)
  } catch (error) {
    throw new Error(`Unable to load preload script: ${path}: ${error}`)
  }
  return text
}
