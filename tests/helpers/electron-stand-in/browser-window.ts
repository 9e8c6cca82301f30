import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, Rectangle } from 'electron'
import { app } from './app.ts'
import { StandInWebContents } from './web-contents.ts'
import { assertReady, emitPreventable, world } from './world.ts'

type Used = Pick<
  ElectronWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'isFocused'
  | 'flashFrame'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'getNormalBounds'
  | 'getTitle'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
>

let focused: BrowserWindow | null = null

export class BrowserWindow extends EventEmitter implements Used {
  readonly webContents = new StandInWebContents()
  readonly options: BrowserWindowConstructorOptions
  readonly #bounds: Rectangle
  #begun: Promise<void>
  #isMaximized = false
  #isFullScreen = false
  #isMinimized = false
  #isClosed = false
  #title = ''

  constructor(options: BrowserWindowConstructorOptions) {
    assertReady('BrowserWindow')
    super()
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.#bounds = { x, y, width, height }
    app.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
    this.#begun = this.#begin()
    this.webContents.revive = () => this.#revive()
  }

  async #begin(): Promise<void> {
    const page = await world.context?.newPage()
    if (page === undefined) throw new Error('There is no browser.')
    const { width, height } = this.#bounds
    await page.setViewportSize({ width, height })
    page.on('close', () => {
      if (this.webContents.page === page) this.#closed()
    })
    page.once('load', () => this.emit('ready-to-show'))
    page.on('load', async () => {
      this.#title = await page.title().catch(() => '')
    })
    await this.webContents.begin(page, this.options.webPreferences?.preload ?? '')
  }

  /** Playwright can do nothing more with a page that crashed: another one takes its place. */
  async #revive(): Promise<void> {
    const dead = this.webContents.page
    const url = this.webContents.getURL()
    this.#begun = this.#begin()
    await this.loadURL(url)
    await dead?.close()
  }

  async loadURL(url: string): Promise<void> {
    await this.#begun
    await this.webContents.load(url)
  }

  show(): void {
    this.focus()
  }

  focus(): void {
    if (focused === this) return
    focused = this
    app.emit('browser-window-focus', {}, this)
  }

  isFocused(): boolean {
    return focused === this
  }

  flashFrame(): void {}

  close(): void {
    if (this.#isClosed || emitPreventable(this, 'close')) return
    this.destroy()
  }

  destroy(): void {
    this.#closed()
    void this.#begun.then(() => this.webContents.page?.close()).catch(() => {})
  }

  #closed(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    if (focused === this) focused = null
    app.windows.delete(this)
    this.webContents.destroyed()
    this.emit('closed')
    if (app.windows.size === 0) app.emit('window-all-closed')
  }

  isDestroyed(): boolean {
    return this.#isClosed
  }

  isMinimized(): boolean {
    return this.#isMinimized
  }
  /** As a user does it. */
  minimize(): void {
    this.#isMinimized = true
    if (focused === this) focused = null
  }
  restore(): void {
    this.#isMinimized = false
  }
  maximize(): void {
    this.#isMaximized = true
  }
  isMaximized(): boolean {
    return this.#isMaximized
  }
  setFullScreen(flag: boolean): void {
    this.#isFullScreen = flag
  }
  isFullScreen(): boolean {
    return this.#isFullScreen
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }
  getTitle(): string {
    return this.#title
  }

  static getAllWindows(): BrowserWindow[] {
    return [...app.windows] as BrowserWindow[]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused
  }
  static fromWebContents(contents: unknown): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(({ webContents }) => webContents === contents) ?? null
  }
}
