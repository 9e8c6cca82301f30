import { join } from 'node:path'
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import { channels } from '#shared/desktop/bridge.ts'
import { backendMessageSchema, type ShellMessage } from '#shared/desktop/messages.ts'
import type { ErrorData } from '#shared/util/app-error.ts'

export interface BackendOptions {
  create?: boolean
  sample?: boolean
}

/** Why a notebook is not open: what the backend said, or `backend-dies` where it does not stay alive. */
type FailureListener = (notebook: string, error: ErrorData) => void

export interface Backends {
  /** Starts the backend of a notebook, unless it runs; one that is just closing ends first, since it holds the notebook. */
  start(notebook: string, options?: BackendOptions): void
  /** Hands the page one end of a new channel, and the notebook's backend the other, as soon as it is there. */
  connect(notebook: string, contents: WebContents, id: string): void
  onFailure(listener: FailureListener): void
  /** Ends a backend that nobody needs any more. @returns when its notebook is closed */
  close(notebook: string): Promise<void>
  closeAll(): Promise<void>
}

interface Waiting {
  contents: WebContents
  id: string
}

interface Backend {
  child: UtilityProcess
  isReady: boolean
  isClosing: boolean
  hasEnded: boolean
  /** What is asked for while it closes: another one, once its notebook is free. */
  next: { options: BackendOptions; waiting: Waiting[] } | undefined
  waiting: Waiting[]
  /** The pages that have a port to it. */
  connected: Set<WebContents>
  /** When it was started anew lately, in milliseconds. */
  restarts: number[]
  ended: Promise<void>
}

const entry = join(import.meta.dirname, 'backend.js')
/** Short enough that the windows are back within a second. */
const restartDelayMs = 100
const mostRestarts = 4
const restartWindowMs = 60_000

/** The backends, one process a notebook. One that dies is started anew, and its windows find it by themselves. */
export function createBackends(clipperFolder: string): Backends {
  const backends = new Map<string, Backend>()
  const listeners: FailureListener[] = []

  function fail(notebook: string, error: ErrorData): void {
    const backend = backends.get(notebook)
    if (backend !== undefined) backend.isClosing = true
    if (backend?.hasEnded) backends.delete(notebook)
    else backend?.child.kill()
    for (const listener of listeners) listener(notebook, error)
  }

  function launch(notebook: string, options: BackendOptions, restarts: number[], waiting: Waiting[]): void {
    const args = [
      ...['--notebook', notebook, '--clipper', clipperFolder],
      options.create && '--create',
      options.sample && '--sample',
    ]
    const child = utilityProcess.fork(
      entry,
      args.filter((arg) => typeof arg === 'string'),
      { serviceName: 'Aide-Mémoire notebook', stdio: 'inherit' },
    )
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const backend: Backend = {
      child,
      isReady: false,
      isClosing: false,
      hasEnded: false,
      next: undefined,
      waiting,
      connected: new Set(),
      restarts,
      ended,
    }
    backends.set(notebook, backend)
    child.on('message', (raw) => {
      const message = backendMessageSchema.parse(raw)
      if (backend.isClosing) return end(backend, message.kind === 'ready')
      if (message.kind === 'failed') return fail(notebook, message.error)
      backend.isReady = true
      for (const { contents, id } of backend.waiting.splice(0)) handOver(backend, contents, id)
    })
    child.once('exit', () => {
      backend.hasEnded = true
      if (backends.get(notebook) !== backend) return
      if (backend.isClosing) return replace(notebook, backend)
      for (const contents of backend.connected) if (!contents.isDestroyed()) contents.send(channels.lost)
      const lately = [...restarts.filter((at) => Date.now() - at < restartWindowMs), Date.now()]
      if (lately.length > mostRestarts) return fail(notebook, deadBackend)
      backend.isReady = false
      setTimeout(() => {
        if (backends.get(notebook) === backend && !backend.isClosing)
          launch(notebook, {}, lately, backend.waiting)
      }, restartDelayMs)
    })
  }

  function end({ child }: Backend, hasNotebook: boolean): void {
    if (hasNotebook) child.postMessage({ kind: 'close' } satisfies ShellMessage)
    else child.kill()
  }

  function replace(notebook: string, { next }: Backend): void {
    backends.delete(notebook)
    if (next !== undefined) launch(notebook, next.options, [], next.waiting)
  }

  async function close(notebook: string): Promise<void> {
    const backend = backends.get(notebook)
    if (backend === undefined) return
    backend.next = undefined
    if (backend.hasEnded) backends.delete(notebook)
    // One that is still making its notebook makes it whole first: it is told when it says that it is ready.
    else if (!backend.isClosing && backend.isReady) end(backend, true)
    backend.isClosing = true
    await backend.ended
  }

  return {
    start(notebook, options = {}) {
      const backend = backends.get(notebook)
      if (backend === undefined) launch(notebook, options, [], [])
      else if (backend.isClosing) backend.next ??= { options, waiting: [] }
    },
    connect(notebook, contents, id) {
      const backend = backends.get(notebook)
      if (backend?.isClosing) backend.next?.waiting.push({ contents, id })
      else if (backend?.isReady) handOver(backend, contents, id)
      else backend?.waiting.push({ contents, id })
    },
    onFailure: (listener) => listeners.push(listener),
    close,
    async closeAll() {
      await Promise.all([...backends.keys()].map(close))
    },
  }
}

const deadBackend: ErrorData = {
  code: 'backend-dies',
  message: 'The process that keeps the notebook ended several times.',
}

/** From here on page and backend talk to each other; no call passes through this process. */
function handOver(backend: Backend, contents: WebContents, id: string): void {
  if (contents.isDestroyed()) return
  const { port1, port2 } = new MessageChannelMain()
  backend.child.postMessage({ kind: 'serve' } satisfies ShellMessage, [port1])
  contents.postMessage(channels.port, id, [port2])
  backend.connected.add(contents)
}
