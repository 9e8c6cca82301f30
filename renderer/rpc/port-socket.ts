/** Asks the desktop shell for a new connection to the backend. Rejects where there will be none. */
export type OpenPort = () => Promise<MessagePort>

const states = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const

/**
 * A message port to the backend, presented as a WebSocket, as far as tRPC's client looks: so that the desktop app and
 * the browser host speak one protocol. Every message is a text.
 *
 * @returns the class to give to `createWSClient`; the address it is constructed with means nothing
 */
export function portSocketClass(openPort: OpenPort): typeof WebSocket {
  class PortSocket extends EventTarget {
    static readonly CONNECTING = states.CONNECTING
    static readonly OPEN = states.OPEN
    static readonly CLOSING = states.CLOSING
    static readonly CLOSED = states.CLOSED

    binaryType: BinaryType = 'arraybuffer'
    readyState: number = states.CONNECTING
    #port: MessagePort | undefined

    constructor() {
      super()
      // As with any WebSocket, nothing happens before whoever made it could begin to listen.
      openPort().then(
        (port) => setTimeout(() => this.#begin(port)),
        () => setTimeout(() => this.#fail()),
      )
    }

    send(text: string): void {
      if (this.#port === undefined) throw new DOMException('Not connected yet.', 'InvalidStateError')
      if (this.readyState === states.OPEN) this.#port.postMessage(text)
    }

    close(): void {
      this.#port?.close()
      this.#end()
    }

    #begin(port: MessagePort): void {
      if (this.readyState === states.CLOSED) {
        port.close()
        return
      }
      this.#port = port
      port.addEventListener('message', ({ data }) =>
        this.dispatchEvent(new MessageEvent('message', { data })),
      )
      // The other end was closed, or whoever opened the port knows that it is gone.
      port.addEventListener('close', () => this.#end())
      port.start()
      this.readyState = states.OPEN
      this.dispatchEvent(new Event('open'))
    }

    #fail(): void {
      this.dispatchEvent(new Event('error'))
      this.#end()
    }

    #end(): void {
      if (this.readyState === states.CLOSED) return
      this.readyState = states.CLOSED
      this.dispatchEvent(new Event('close'))
    }
  }
  return PortSocket as unknown as typeof WebSocket
}
