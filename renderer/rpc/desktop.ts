import { type DesktopBridge, portMessage } from '#shared/desktop/bridge.ts'

declare global {
  interface Window {
    /** There in the desktop app only: its preload puts it there before the page runs. */
    readonly desktop?: DesktopBridge
  }
}

/** The desktop shell around this page; undefined in a browser. */
export const desktop = globalThis.window?.desktop

const ports = new Set<MessagePort>()

desktop?.onLost(() => {
  for (const port of ports) {
    port.close()
    port.dispatchEvent(new Event('close'))
  }
  ports.clear()
})

/** A new connection to the backend. The shell holds the request back while the backend is being started. */
export function openPort(): Promise<MessagePort> {
  const id = crypto.randomUUID()
  return new Promise((resolve) => {
    const receive = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source !== window || data?.kind !== portMessage || data.id !== id || port === undefined) return
      removeEventListener('message', receive)
      ports.add(port)
      port.addEventListener('close', () => ports.delete(port))
      resolve(port)
    }
    addEventListener('message', receive)
    desktop?.connect(id)
  })
}
