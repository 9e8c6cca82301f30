import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ForkOptions, UtilityProcess } from 'electron'
import { unlessGone } from './child-gone.ts'
import { closePort, closePortsOf, type PortOwner, sendThrough, transfer } from './ports.ts'
import { assertReady } from './world.ts'

const runner = fileURLToPath(new URL('./parent-port.ts', import.meta.url))

/** What goes between this process and a child: its own messages, and those of the ports it was given. */
export type Wire =
  | { kind: 'message'; data: unknown; ports: string[] }
  | { kind: 'port'; id: string; data: unknown }
  | { kind: 'port-closed'; id: string }

class StandInUtilityProcess
  extends EventEmitter
  implements Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid'>
{
  readonly #child: ChildProcess
  readonly #owner: PortOwner

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    this.#owner = {
      deliver: (id, data) => this.#send({ kind: 'port', id, data }),
      closed: (id) => this.#send({ kind: 'port-closed', id }),
    }
    child.on('message', (wire: Wire) => {
      if (wire.kind === 'message') this.emit('message', wire.data)
      else if (wire.kind === 'port') sendThrough(wire.id, wire.data)
      else closePort(wire.id)
    })
    child.once('spawn', () => this.emit('spawn'))
    child.once('exit', (code) => {
      running.delete(this)
      closePortsOf(this.#owner)
      this.emit('exit', code ?? 1)
    })
    running.add(this)
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    const wire: Wire = { kind: 'message', data: message, ports: transfer(message, ports, this.#owner) }
    this.#send(wire)
  }

  #send(wire: Wire): void {
    if (this.#child.connected) this.#child.send(wire, unlessGone)
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

/** Those that are alive, for tests that end one. */
export const running = new Set<StandInUtilityProcess>()

export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: Pick<ForkOptions, 'serviceName' | 'stdio'> = {}) {
    assertReady('utilityProcess')
    const [out, err] = options.stdio === 'inherit' ? ['inherit', 'inherit'] : ['ignore', 'ignore']
    const child = fork(runner, [modulePath, ...args], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', out, err, 'ipc'] as ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    return new StandInUtilityProcess(child)
  },
}
