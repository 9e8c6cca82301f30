import { contextBridge, ipcRenderer } from 'electron'
import { channels, type DesktopBridge, type DesktopCommand, portMessage } from '#shared/desktop/bridge.ts'

/* All that a page gets of the shell. It cannot reach a channel by name, nor hear one. */

let listener: ((command: DesktopCommand) => void) | undefined
const waiting: DesktopCommand[] = []

ipcRenderer.on(channels.port, (event, id: string) => {
  // A port cannot cross the bridge; a message of the window can carry it to the page, and to nobody else.
  window.postMessage({ kind: portMessage, id }, location.origin, [...event.ports])
})

ipcRenderer.on(channels.command, (_, command: DesktopCommand) => {
  if (listener === undefined) waiting.push(command)
  else listener(command)
})

const bridge: DesktopBridge = {
  connect: (id) => ipcRenderer.send(channels.connect, id),
  onLost(tell) {
    ipcRenderer.on(channels.lost, () => tell())
  },
  setAppearance: (appearance) => ipcRenderer.send(channels.appearance, appearance),
  onCommand(next) {
    listener = next
    for (const command of waiting.splice(0)) next(command)
  },
}

contextBridge.exposeInMainWorld('desktop', bridge)
