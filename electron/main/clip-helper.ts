import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  Menu,
  type NativeImage,
  nativeImage,
  Tray,
} from 'electron'
import type { Opening } from './opening.ts'
import { iconPath } from './program-files.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'

/** Works in every program while the helper is on. */
export const clipKey = 'CmdOrCtrl+Alt+Shift+C'

export interface ClipHelper {
  isOn(): boolean
  /** Remembered for the next start. */
  turn(on: boolean): void
  /** Calls the listener when it is turned on or off, from wherever. */
  onChange(listener: () => void): void
}

interface Options {
  state: StateFile
  texts: Texts
  opening: Opening
}

/**
 * Clips from other programs: an icon in the tray and a key for what is on the clipboard. Off until the user turns it on;
 * while it is on, the app stays in the tray when its last window closes.
 */
export function setUpClipHelper({ state, texts, opening }: Options): ClipHelper {
  let tray: Tray | undefined
  let hasKey = false
  const listeners: (() => void)[] = []
  const clip = () => void opening.clipClipboard()

  const showMenu = () =>
    tray?.setContextMenu(
      Menu.buildFromTemplate([
        {
          label: texts.t('menu.clipClipboard'),
          ...(hasKey ? { accelerator: clipKey } : {}),
          click: clip,
        },
        { label: texts.t('tray.show'), click: opening.show },
        { type: 'separator' },
        { label: texts.t('tray.turnOff'), click: () => helper.turn(false) },
      ]),
    )

  function start(): void {
    if (tray !== undefined) return
    hasKey = globalShortcut.register(clipKey, clip)
    tray = new Tray(trayIcon())
    tray.setToolTip('Aide-Mémoire')
    tray.on('click', clip)
    showMenu()
  }

  function stop(): void {
    if (hasKey) globalShortcut.unregister(clipKey)
    tray?.destroy()
    tray = undefined
    // Without the tray, and without a window, nothing of the app could be seen any more.
    if (BrowserWindow.getAllWindows().length === 0 && process.platform !== 'darwin') app.quit()
  }

  /** Another program has the key, and keeps it: the tray works without. */
  async function tellOfKey(): Promise<void> {
    await dialog.showMessageBox({
      type: 'info',
      title: 'Aide-Mémoire',
      message: texts.t('helper.keyTaken', { key: keyName() }),
      detail: texts.t('helper.keyTakenDetail'),
      buttons: [texts.t('helper.understood')],
      noLink: true,
    })
  }

  const helper: ClipHelper = {
    isOn: () => state.get().clipHelper,
    turn(on) {
      state.set({ clipHelper: on })
      if (on) start()
      else stop()
      for (const listener of listeners) listener()
      if (on && !hasKey) void tellOfKey()
    },
    onChange: (listener) => listeners.push(listener),
  }
  texts.onChange(showMenu)
  if (helper.isOn()) start()
  return helper
}

/** macOS shows a picture of the menu bar as large as it is. */
function trayIcon(): NativeImage | string {
  if (process.platform !== 'darwin') return iconPath
  return nativeImage.createFromPath(iconPath).resize({ width: 18, height: 18, quality: 'best' })
}

function keyName(): string {
  return process.platform === 'darwin' ? '⌥⇧⌘C' : clipKey.replace('CmdOrCtrl', 'Ctrl')
}
