import { app, Menu, shell } from 'electron'
import { type ClipHelper, clipKey } from './clip-helper.ts'
import { menuTemplate } from './menu-template.ts'
import type { Opening } from './opening.ts'
import { printPage, savePageAsPdf } from './print.ts'
import { licencesPath } from './program-files.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'
import type { Updates } from './updates.ts'
import type { Windows } from './windows.ts'

interface Options {
  state: StateFile
  texts: Texts
  windows: Windows
  opening: Opening
  clipHelper: ClipHelper
  updates: Updates | undefined
  reportProblem(): Promise<void>
}

/** The menu, made anew when its language, the list of recent notebooks or the state of the clip helper is another. */
export function setUpMenu(options: Options): void {
  const { state, texts, windows, opening, clipHelper, updates, reportProblem } = options
  let shown: readonly string[] | undefined
  const licences = licencesPath()
  const show = () => {
    shown = state.get().recent
    const template = menuTemplate({
      t: texts.t,
      platform: process.platform,
      isDevelopment: !app.isPackaged,
      recent: shown,
      clipKey,
      isHelperOn: clipHelper.isOn(),
      areUpdatesOn: updates?.isOn() ?? false,
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
        clipClipboard: () => void opening.clipClipboard(),
        turnClipHelper: clipHelper.turn,
        turnUpdates: updates?.turn,
        reportProblem: () => void reportProblem(),
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
  clipHelper.onChange(show)
  app.on('browser-window-focus', () => {
    if (state.get().recent !== shown) show()
  })
}
