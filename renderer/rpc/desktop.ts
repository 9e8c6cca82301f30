import { type DesktopBridge, portMessage } from '#shared/desktop/bridge.ts'

declare global {
  interface Window {
    /** There in the desktop app only: its preload puts it there before the page runs. */
    readonly desktop?: DesktopBridge
  }
}

/** The desktop shell around this page; undefined in a browser. */
export const desktop = globalThis.window?.desktop

/** A new connection to the backend. The shell holds the request back while the backend is being started. */
export function openPort(): Promise<MessagePort> {
  const id = crypto.randomUUID()
  return new Promise((resolve) => {
    const receive = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source !== window || data?.kind !== portMessage || data.id !== id || port === undefined) return
      removeEventListener('message', receive)
      resolve(port)
    }
    addEventListener('message', receive)
    desktop?.connect(id)
  })
}
