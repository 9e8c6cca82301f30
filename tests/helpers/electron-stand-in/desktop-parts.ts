import { EventEmitter } from 'node:events'
import type {
  Clipboard,
  ClipboardItem,
  nativeImage as ElectronImage,
  Tray as ElectronTray,
  GlobalShortcut,
  NativeImage,
} from 'electron'
import { checkAccelerator, type Menu } from './menu.ts'
import { assertReady, world } from './world.ts'

/** What lies on it is what a test has put there. */
export const clipboard: Pick<Clipboard, 'read' | 'readText'> = {
  async read() {
    const { text, html } = world.clipboard
    const content = { 'text/plain': text, ...(html === '' ? {} : { 'text/html': html }) }
    const item = {
      types: Object.keys(content),
      getType: async (type: keyof typeof content) => new Blob([content[type] ?? ''], { type }),
    }
    return [item as unknown as ClipboardItem]
  },
  readText: async () => world.clipboard.text,
}

export const globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'> = {
  register(accelerator, callback) {
    assertReady('globalShortcut')
    checkAccelerator({ accelerator, label: 'a global shortcut' })
    if (world.takenKeys.has(accelerator)) return false
    world.globalShortcuts.set(accelerator, callback)
    return true
  },
  unregister: (accelerator) => void world.globalShortcuts.delete(accelerator),
}

/** Nobody looks at a picture here. */
export const nativeImage: Pick<typeof ElectronImage, 'createFromPath'> = {
  createFromPath() {
    const image: Pick<NativeImage, 'resize'> = { resize: () => image as NativeImage }
    return image as NativeImage
  },
}

/** The icons in the tray; their menus are in `world` for a test to look at. */
export class Tray extends EventEmitter implements Pick<ElectronTray, 'setToolTip' | 'destroy'> {
  constructor() {
    super()
    assertReady('Tray')
  }

  setToolTip(): void {}

  setContextMenu(menu: Menu): void {
    world.trayMenus.set(this, menu)
  }

  destroy(): void {
    world.trayMenus.delete(this)
  }
}
