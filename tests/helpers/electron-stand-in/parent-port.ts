import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import type { MessagePortMain, ParentPort } from 'electron'
import { unlessGone } from './child-gone.ts'
import type { Wire } from './utility-process.ts'

/* The inside of a utility process: gives the module it starts a `process.parentPort`, and ends with its parent. */

function send(wire: Wire): void {
  if (process.connected) process.send?.(wire, undefined, undefined, unlessGone)
}

const ports = new Map<string, ChildPort>()

class ChildPort extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  readonly #id: string
  #waiting: unknown[] | undefined = []

  constructor(id: string) {
    super()
    this.#id = id
    ports.set(id, this)
  }
  postMessage(message: unknown): void {
    send({ kind: 'port', id: this.#id, data: structuredClone(message) })
  }
  receive(data: unknown): void {
    if (this.#waiting === undefined) this.emit('message', { data, ports: [] })
    else this.#waiting.push(data)
  }
  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const data of waiting) this.receive(data)
  }
  close(): void {
    if (ports.delete(this.#id)) send({ kind: 'port-closed', id: this.#id })
  }
  closedByPeer(): void {
    if (ports.delete(this.#id)) this.emit('close')
  }
}

class Parent extends EventEmitter implements Pick<ParentPort, 'postMessage'> {
  postMessage(message: unknown): void {
    send({ kind: 'message', data: structuredClone(message), ports: [] })
  }
}

const parentPort = new Parent()
process.on('message', (wire: Wire) => {
  if (wire.kind === 'message') {
    parentPort.emit('message', { data: wire.data, ports: wire.ports.map((id) => new ChildPort(id)) })
  } else if (wire.kind === 'port') ports.get(wire.id)?.receive(wire.data)
  else ports.get(wire.id)?.closedByPeer()
})
process.on('disconnect', () => process.exit(1))
Object.assign(process, { parentPort })

// As Electron has it: the module stands where Node names the script.
process.argv.splice(1, 1)
await import(pathToFileURL(process.argv[1] ?? '').href)
