import { app, Menu, shell } from 'electron'
import { menuTemplate } from './menu-template.ts'
import type { Opening } from './opening.ts'
import { printPage, savePageAsPdf } from './print.ts'
import { licencesPath } from './program-files.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'
import type { Windows } from './windows.ts'

interface Options {
  state: StateFile
  texts: Texts
  windows: Windows
  opening: Opening
}

/** The menu, made anew when its language or the list of recent notebooks is another. */
export function setUpMenu({ state, texts, windows, opening }: Options): void {
  let shown: readonly string[] | undefined
  const licences = licencesPath()
  const show = () => {
    shown = state.get().recent
    const template = menuTemplate({
      t: texts.t,
      platform: process.platform,
      isDevelopment: !app.isPackaged,
      recent: shown,
      actions: {
        press(shortcut) {
          const window = windows.current()
          if (window !== undefined) windows.command(window, { kind: 'press', shortcut })
        },
        newNotebook: () => void opening.askForNewNotebook(),
        openNotebook: () => void opening.askForNotebook(),
        openRecent: (path) => opening.openNotebook(path),
        clearRecent: () => {
          opening.forgetRecent()
          show()
        },
        newWindow: opening.openWindow,
        print: () => printPage(windows.current()),
        savePdf: () => void savePageAsPdf(windows.current(), texts),
        about: () => app.showAboutPanel(),
        licences: licences === undefined ? undefined : () => void shell.openPath(licences),
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  show()
  texts.onChange(show)
  app.on('browser-window-focus', () => {
    if (state.get().recent !== shown) show()
  })
}
