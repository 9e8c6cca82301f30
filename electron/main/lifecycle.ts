import { app, BrowserWindow, powerMonitor } from 'electron'
import { launchRequestSchema } from './arguments.ts'
import type { Backends } from './backends.ts'
import { linkScheme } from './deep-link.ts'
import type { Opening } from './opening.ts'
import { appId } from './program-files.ts'
import type { Windows } from './windows.ts'

interface Options {
  backends: Backends
  windows: Windows
  opening: Opening
  /** Whether the clip helper waits in the tray. */
  isHelperOn: () => boolean
}

/** How long closing may take when the system is about to end us anyway. What is committed is safe without it. */
const flushLimitMs = 450

/** From the second start that hands its files to this one, to the end, in whichever way it comes. */
export function setUpLifecycle({ backends, windows, opening, isHelperOn }: Options): void {
  let isEnding = false

  /** Notes the windows, closes every notebook, and ends, after `flushLimitMs` at the latest. */
  async function endNow(): Promise<void> {
    if (isEnding) return
    isEnding = true
    const limit = new Promise<void>((resolve) => setTimeout(resolve, flushLimitMs))
    windows.noteForNextStart()
    await Promise.race([backends.closeAll(), limit])
    app.exit(0)
  }

  // Windows ties windows, recent notebooks and messages to the shortcut of this name.
  app.setAppUserModelId(appId)
  // From source, the handler would be Electron itself.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const request = launchRequestSchema.safeParse(data)
    if (!request.success) return
    const { notebook, create, sample, clipboard, link } = request.data
    if (notebook !== null) opening.openNotebook(notebook, { create, sample })
    else if (link !== null) opening.openLink(link)
    else if (clipboard) void opening.clipClipboard()
    else opening.show()
  })
  // macOS hands over files and links as events, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void app.whenReady().then(() => opening.openNotebook(path))
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    void app.whenReady().then(() => opening.openLink(link))
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) opening.openLast()
  })
  app.on('window-all-closed', () => {
    // In the tray, the clip helper goes on without a window; on macOS every app does.
    if (process.platform !== 'darwin' && !isHelperOn()) app.quit()
  })
  // The windows are noted while they are still there.
  app.on('before-quit', () => windows.noteForNextStart())
  app.on('will-quit', (event) => {
    if (isEnding) return
    event.preventDefault()
    void endNow()
  })
  // The end of a session and a signal ask nobody: neither leads through `before-quit`.
  app.on('browser-window-created', (_, window) => {
    window.on('session-end', () => void endNow())
  })
  void app.whenReady().then(() => {
    // Electron's types leave the event out, which its documentation has: prevented, the system waits for us to end.
    powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
      event?.preventDefault()
      void endNow()
    })
    // Chromium takes signals for itself while it starts.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endNow())
  })
}
