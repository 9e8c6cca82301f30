import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { emitPreventable, world } from './world.ts'

const folder = process.env['STAND_IN_FOLDER'] ?? ''
const paths: Record<string, string> = {
  userData: join(folder, 'userData'),
  documents: join(folder, 'Documents'),
}
const handOverPrefix = 'second-'

type Used = Pick<
  App,
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'getPath'
  | 'whenReady'
  | 'isPackaged'
  | 'quit'
  | 'exit'
  | 'getVersion'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'getPreferredSystemLanguages'
  | 'setAsDefaultProtocolClient'
  | 'setAppUserModelId'
> & { commandLine: Pick<App['commandLine'], 'appendSwitch'> }

class StandInApp extends EventEmitter implements Used {
  readonly isPackaged = Boolean(process.env['STAND_IN_RESOURCES'])
  readonly commandLine = {
    appendSwitch(name: string, value = '') {
      if (world.isReady) throw new Error('Switches have no effect once the app is ready.')
      world.switches.set(name, value)
    },
  }
  #becomeReady = () => {}
  readonly #ready = new Promise<void>((resolve) => {
    this.#becomeReady = resolve
  })
  /** How many windows are there; kept by `BrowserWindow`. */
  windows = new Set<{ close(): void }>()

  whenReady(): Promise<void> {
    return this.#ready
  }

  /** Called once the entry has run to its end and the browser is there. */
  start(): void {
    world.isReady = true
    this.#becomeReady()
    this.emit('ready')
  }

  /** The first process holds the lock; a further one leaves a note with its data, which the first reads. */
  requestSingleInstanceLock(data?: object): boolean {
    const place = this.getPath('userData')
    mkdirSync(place, { recursive: true })
    const lock = join(place, 'instance')
    if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
      writeFileSync(join(place, `${handOverPrefix}${process.pid}.json`), JSON.stringify(data ?? {}))
      return false
    }
    writeFileSync(lock, String(process.pid))
    watch(place, { persistent: false }, () => this.#readNotes(place))
    return true
  }

  #readNotes(place: string): void {
    for (const name of readdirSync(place)) {
      if (!name.startsWith(handOverPrefix) || !name.endsWith('.json')) continue
      const path = join(place, name)
      const text = readFileSync(path, 'utf8')
      if (text === '') continue
      rmSync(path)
      this.emit('second-instance', {}, [], '', JSON.parse(text))
    }
  }

  enableSandbox(): void {
    if (world.isReady) throw new Error('app.enableSandbox() can only be called before the app is ready')
  }

  getPath(name: string): string {
    const path = paths[name]
    if (path === undefined) throw new Error(`The stand-in has no path for '${name}'.`)
    return path
  }

  getVersion(): string {
    return JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')).version
  }

  getPreferredSystemLanguages(): string[] {
    return [process.env['STAND_IN_LANGUAGE'] ?? 'en-GB']
  }

  setAsDefaultProtocolClient(): boolean {
    return true
  }

  /** Means something on Windows only, and does nothing elsewhere. */
  setAppUserModelId(): void {}

  setAboutPanelOptions(options: object): void {
    world.aboutPanel = options
  }

  showAboutPanel(): void {
    world.isAboutShown = true
  }

  addRecentDocument(path: string): void {
    world.recentDocuments.push(path)
  }

  clearRecentDocuments(): void {
    world.recentDocuments.length = 0
  }

  /** As Electron quits: `before-quit`, then every window closes, then `will-quit`; each can stop it. */
  quit(): void {
    if (!world.isReady) this.exit(0)
    if (emitPreventable(this, 'before-quit')) return
    for (const window of [...this.windows]) window.close()
    if (this.windows.size > 0 || emitPreventable(this, 'will-quit')) return
    this.exit(0)
  }

  exit(code = 0): void {
    world.isEnding = true
    const leave = () => process.exit(code)
    if (world.context === undefined) leave()
    else void world.context.close().then(leave, leave)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export const app = new StandInApp()
