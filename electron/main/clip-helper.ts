import { globalShortcut, Menu, Tray } from 'electron'
import type { Opening } from './opening.ts'
import { iconPath } from './program-files.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'
import type { Windows } from './windows.ts'

/** Works in every program while the helper is on. */
export const clipKey = 'CmdOrCtrl+Alt+Shift+C'

export interface ClipHelper {
  isOn(): boolean
  /** Remembered for the next start. */
  turn(on: boolean): void
}

interface Options {
  state: StateFile
  texts: Texts
  windows: Windows
  opening: Opening
}

/** Clips from other programs: an icon in the tray and a key for what is on the clipboard. Off until the user turns it on. */
export function setUpClipHelper({ state, texts, windows, opening }: Options): ClipHelper {
  let tray: Tray | undefined
  const clip = () => void opening.clipClipboard()

  const showMenu = () =>
    tray?.setContextMenu(
      Menu.buildFromTemplate([
        { label: texts.t('menu.clipClipboard'), accelerator: clipKey, click: clip },
        { label: texts.t('tray.show'), click: () => windows.current()?.focus() },
        { type: 'separator' },
        { label: texts.t('tray.turnOff'), click: () => helper.turn(false) },
      ]),
    )

  function start(): void {
    if (tray !== undefined) return
    // A desktop without a tray shows none; one where another program has the key leaves it there. Each works by itself.
    globalShortcut.register(clipKey, clip)
    tray = new Tray(iconPath)
    tray.setToolTip('Aide-Mémoire')
    tray.on('click', clip)
    showMenu()
  }

  function stop(): void {
    globalShortcut.unregister(clipKey)
    tray?.destroy()
    tray = undefined
  }

  const helper: ClipHelper = {
    isOn: () => state.get().clipHelper,
    turn(on) {
      state.set({ clipHelper: on })
      if (on) start()
      else stop()
    },
  }
  texts.onChange(showMenu)
  if (helper.isOn()) start()
  return helper
}
