import { BrowserWindow } from './browser-window.ts'
import { ipcMain } from './ipc-main.ts'
import { session } from './session.ts'
import { emitPreventable } from './world.ts'

type Ask = (...args: unknown[]) => boolean

/** What a page that is not ours, or no longer itself, could try; each answers what the app decided. */
export const attacks = {
  /** Sends a message as a frame with this address: the window's own, another one in it, or one that is gone. */
  sendAs(frame: 'main' | 'other' | 'gone', url: string, channel: string, message: unknown) {
    const sender = BrowserWindow.getAllWindows()[0]?.webContents
    const senderFrame = { main: sender?.mainFrame, other: { url }, gone: null }[frame]
    const before = senderFrame?.url
    if (senderFrame) senderFrame.url = url
    ipcMain.emit(channel, { sender, senderFrame, ports: [] }, message)
    if (senderFrame && before !== undefined) senderFrame.url = before
  },
  /** @returns whether it would be written to the disk */
  download: (url: string) =>
    !emitPreventable(session.defaultSession, 'will-download', {}, { getURL: () => url }),
  mayUseDevice(deviceType: string) {
    const ask = session.defaultSession.devicePermission as Ask | null
    return ask?.({ deviceType, origin: 'app://aide-memoire', device: {} }) ?? true
  },
  /** What is answered where a permission is looked up without asking, by the window at this address or by nobody's. */
  hasPermission(permission: string, url: string | null) {
    const ask = session.defaultSession.permissionCheck as Ask | null
    return ask?.(url === null ? null : { getURL: () => url }, permission, url ?? '', {}) ?? true
  },
  mayAttachWebview() {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents === undefined || !emitPreventable(contents, 'will-attach-webview')
  },
  mayRedirect(url: string) {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents === undefined || !emitPreventable(contents, 'will-redirect', { url })
  },
}
