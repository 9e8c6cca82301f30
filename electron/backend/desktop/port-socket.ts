import { EventEmitter } from 'node:events'

/** The end of a message channel as `process.parentPort` hands it over: Electron's `MessagePortMain`. */
export interface BackendPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  /** Messages wait until this is called. */
  start(): void
  close(): void
}

const open = 1
const closed = 3

/**
 * A message port that behaves like a server's end of a WebSocket (package `ws`), as far as tRPC's connection handler
 * looks: so that both hosts speak one protocol. Every message is a text; anything else is dropped.
 */
export class PortSocket extends EventEmitter {
  readyState: number = open
  readonly #port: BackendPort

  constructor(port: BackendPort) {
    super()
    this.#port = port
    port.on('message', ({ data }) => {
      if (typeof data === 'string') this.emit('message', Buffer.from(data), false)
    })
    port.on('close', () => this.#end())
    // The listeners of whoever made this socket come first.
    setImmediate(() => port.start())
  }

  send(text: string): void {
    if (this.readyState === open) this.#port.postMessage(text)
  }

  close(): void {
    if (this.readyState !== open) return
    this.#port.close()
    this.#end()
  }

  terminate(): void {
    this.close()
  }

  #end(): void {
    if (this.readyState === closed) return
    this.readyState = closed
    this.emit('close')
  }
}
