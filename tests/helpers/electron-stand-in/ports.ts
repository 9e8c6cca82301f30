import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'

/** Whoever holds one end of a channel: another process, or a page. */
export interface PortOwner {
  deliver(id: string, data: unknown): void
  closed(id: string): void
}

/** One end of a channel, wherever it is now. What arrives before it has an owner waits. */
class PortEnd {
  readonly id: string
  peer: PortEnd | undefined
  #owner: PortOwner | undefined
  #waiting: unknown[] = []
  #isClosed = false

  constructor(id: string) {
    this.id = id
  }

  get owner(): PortOwner | undefined {
    return this.#owner
  }

  give(owner: PortOwner): void {
    this.#owner = owner
    for (const data of this.#waiting.splice(0)) owner.deliver(this.id, data)
    if (this.#isClosed) owner.closed(this.id)
  }

  receive(data: unknown): void {
    if (this.#isClosed) return
    if (this.#owner === undefined) this.#waiting.push(data)
    else this.#owner.deliver(this.id, data)
  }

  /** Closes the channel; the other end is told. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    ends.delete(this.id)
    this.peer?.closedByPeer()
  }

  closedByPeer(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    ends.delete(this.id)
    this.#owner?.closed(this.id)
  }
}

const ends = new Map<string, PortEnd>()
let made = 0

/** What an owner sends through its end. */
export function sendThrough(id: string, data: unknown): void {
  ends.get(id)?.peer?.receive(data)
}

export function closePort(id: string): void {
  ends.get(id)?.close()
}

/** A process or a page is gone, and with it every end it had. */
export function closePortsOf(owner: PortOwner): void {
  for (const end of [...ends.values()]) if (end.owner === owner) end.close()
}

class StandInPort extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  readonly end: PortEnd
  isTransferred = false
  constructor(end: PortEnd) {
    super()
    this.end = end
  }
  postMessage(message: unknown): void {
    this.end.peer?.receive(structuredClone(message))
  }
  start(): void {
    this.end.give({
      deliver: (_, data) => this.emit('message', { data, ports: [] }),
      closed: () => this.emit('close'),
    })
  }
  close(): void {
    this.end.close()
  }
}

/** Hands ports over with a message. @returns the ids of their ends @throws as Electron does for what cannot be sent */
export function transfer(message: unknown, ports: readonly unknown[], owner: PortOwner): string[] {
  structuredClone(message)
  return ports.map((port) => {
    if (!(port instanceof StandInPort)) throw new TypeError('Found invalid object in transferList')
    if (port.isTransferred) throw new TypeError('Port is already neutered')
    port.isTransferred = true
    port.end.give(owner)
    return port.end.id
  })
}

export class MessageChannelMain {
  readonly port1: StandInPort
  readonly port2: StandInPort
  constructor() {
    made += 1
    const [one, two] = [new PortEnd(`${made}a`), new PortEnd(`${made}b`)]
    one.peer = two
    two.peer = one
    for (const end of [one, two]) ends.set(end.id, end)
    this.port1 = new StandInPort(one)
    this.port2 = new StandInPort(two)
  }
}
