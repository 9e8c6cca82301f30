import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type { Dialog, Display, NativeTheme, PowerMonitor, Screen, Shell, SystemPreferences } from 'electron'
import { assertReady, world } from './world.ts'

/** Native dialogs: noted, and answered with what a test has laid ready. */
function ask(kind: string, options: object, cancelled: object): Promise<never> {
  assertReady('dialog')
  world.shownDialogs.push({ kind, options })
  return Promise.resolve((world.answers.shift() ?? cancelled) as never)
}

export const dialog = {
  showOpenDialog: (...args: object[]) => ask('open', args.at(-1) ?? {}, { canceled: true, filePaths: [] }),
  showSaveDialog: (...args: object[]) => ask('save', args.at(-1) ?? {}, { canceled: true, filePath: '' }),
  showMessageBox: (...args: object[]) => {
    const options = args.at(-1) as { cancelId?: number }
    return ask('message', options, { response: options.cancelId ?? 0, checkboxChecked: false })
  },
  showErrorBox: (title: string, content: string) => void ask('error', { title, content }, {}),
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>

export const shell: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'> = {
  async openExternal(url) {
    world.opened.push(url)
  },
  async openPath(path) {
    world.opened.push(path)
    return existsSync(path) ? '' : 'There is no such file.'
  },
  showItemInFolder: (path) => void world.shownInFolder.push(path),
}

class StandInTheme extends EventEmitter implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'> {
  #source: NativeTheme['themeSource'] = 'system'

  get themeSource() {
    return this.#source
  }

  set themeSource(source) {
    this.#source = source
    for (const page of world.context?.pages() ?? []) {
      void page.emulateMedia({ colorScheme: source === 'system' ? null : source }).catch(() => {})
    }
    this.emit('updated')
  }

  get shouldUseDarkColors() {
    return this.#source === 'dark'
  }
}

export const nativeTheme = new StandInTheme()

/** A desktop without an accent until a test chooses one. */
class StandInPreferences extends EventEmitter implements Pick<SystemPreferences, 'getAccentColor'> {
  #accent = ''

  getAccentColor(): string {
    return this.#accent
  }

  chooseAccent(rgba: string): void {
    this.#accent = rgba
    this.emit('accent-color-changed', {}, rgba)
  }

  subscribeNotification(): never {
    throw new Error('Notifications of the system are of macOS alone.')
  }
}

export const systemPreferences = new StandInPreferences()

function displays(): Display[] {
  assertReady('screen')
  const areas = JSON.parse(process.env['STAND_IN_DISPLAYS'] ?? '[{"x":0,"y":0,"width":1920,"height":1080}]')
  return areas.map((workArea: Display['workArea'], id: number) => ({ id, workArea }) as Display)
}

export const screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'> = {
  getAllDisplays: displays,
  getPrimaryDisplay: () => displays()[0] as Display,
}

export const powerMonitor: Pick<PowerMonitor, 'on' | 'emit'> = new EventEmitter() as unknown as PowerMonitor
