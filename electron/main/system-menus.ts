import { app, Menu } from 'electron'
import { clipArgument } from './arguments.ts'
import type { Opening } from './opening.ts'
import type { Texts } from './texts.ts'

/** What the Dock and the taskbar offer besides the recent notebooks, which the system lists by itself. */
export function setUpSystemMenus(texts: Texts, opening: Opening): void {
  const show = () => {
    const clip = texts.t('menu.clipClipboard')
    app.dock?.setMenu(
      Menu.buildFromTemplate([
        { label: clip, click: () => void opening.clipClipboard() },
        { label: texts.t('menu.newWindow'), click: opening.openWindow },
      ]),
    )
    // From source, the program would be Electron itself.
    if (process.platform !== 'win32' || !app.isPackaged) return
    const program = process.execPath
    app.setUserTasks([
      { program, arguments: clipArgument, title: clip, description: clip, iconPath: program, iconIndex: 0 },
    ])
  }
  show()
  texts.onChange(show)
}
