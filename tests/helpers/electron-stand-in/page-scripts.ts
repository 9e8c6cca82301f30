/*
 * What the stand-in runs in the page: written as functions, and sent to the browser as their text. They see nothing of
 * this module. The two worlds share the document, so synchronous events with texts carry calls from one to the other.
 */

export const preloadWorld = 'electron-preload'
export const bindingName = '__standInSend'

/** In the page's own world: makes what the preload exposes, so that a call runs in the preload's world and returns. */
export function mainWorldScript(): void {
  const callbacks: ((...args: unknown[]) => void)[] = []
  let returned = ''
  const on = (name: string, listen: (detail: string) => void) =>
    document.addEventListener(name, (event) => listen((event as CustomEvent<string>).detail))

  on('stand-in:returned', (detail) => {
    returned = detail
  })
  on('stand-in:callback', (detail) => {
    const { callback, args } = JSON.parse(detail)
    callbacks[callback]?.(...args)
  })
  on('stand-in:expose', (detail) => {
    const { name, functions } = JSON.parse(detail) as { name: string; functions: string[] }
    const api = Object.fromEntries(
      functions.map((key) => [
        key,
        (...args: unknown[]) => {
          const encoded = args.map((arg) =>
            typeof arg === 'function'
              ? { callback: callbacks.push(arg as never) - 1 }
              : { value: structuredClone(arg) },
          )
          document.dispatchEvent(
            new CustomEvent('stand-in:call', { detail: JSON.stringify({ name, key, args: encoded }) }),
          )
          const { value, error } = JSON.parse(returned)
          if (error !== undefined) throw new Error(error)
          return value
        },
      ]),
    )
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
  })
}

/** In the preload's world: `require('electron')` with what a sandboxed preload gets, and then the preload itself. */
export function preloadWorldScript(
  runPreload: (require: unknown, module: object, exports: object) => void,
): void {
  type Listener = (...args: unknown[]) => void
  const send = (message: object) =>
    (globalThis as unknown as { __standInSend(text: string): void }).__standInSend(JSON.stringify(message))
  const listeners = new Map<string, Listener[]>()
  const ports = new Map<string, MessagePort>()
  const exposed = new Map<string, Record<string, Listener>>()

  document.addEventListener('stand-in:call', (event) => {
    const { name, key, args } = JSON.parse((event as CustomEvent<string>).detail)
    const decoded = args.map((arg: { callback?: number; value?: unknown }) =>
      arg.callback === undefined
        ? arg.value
        : (...values: unknown[]) =>
            document.dispatchEvent(
              new CustomEvent('stand-in:callback', {
                detail: JSON.stringify({ callback: arg.callback, args: structuredClone(values) }),
              }),
            ),
    )
    let detail: object
    try {
      detail = { value: exposed.get(name)?.[key]?.(...decoded) }
    } catch (error) {
      detail = { error: String(error) }
    }
    document.dispatchEvent(new CustomEvent('stand-in:returned', { detail: JSON.stringify(detail) }))
  })

  for (const type of ['mousedown', 'mouseup', 'keydown']) {
    addEventListener(type, ({ isTrusted }) => isTrusted && send({ kind: 'input', type }), true)
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, Listener>) {
        for (const [key, value] of Object.entries(api)) {
          if (typeof value !== 'function')
            throw new Error(`The stand-in exposes functions only, not "${key}".`)
        }
        exposed.set(name, api)
        const detail = JSON.stringify({ name, functions: Object.keys(api) })
        document.dispatchEvent(new CustomEvent('stand-in:expose', { detail }))
      },
    },
    ipcRenderer: {
      on: (channel: string, listener: Listener) =>
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      send: (channel: string, ...args: unknown[]) =>
        send({ kind: 'ipc', channel, args: structuredClone(args) }),
    },
  }

  Object.assign(globalThis, {
    /** Called by the stand-in. */
    __standIn: {
      emit(channel: string, args: unknown[], portIds: string[]) {
        const given = portIds.map((id) => {
          const { port1, port2 } = new MessageChannel()
          ports.set(id, port1)
          port1.onmessage = ({ data }) => send({ kind: 'port', id, data })
          return port2
        })
        for (const listener of listeners.get(channel) ?? []) listener({ ports: given }, ...args)
      },
      deliver: (id: string, data: unknown) => ports.get(id)?.postMessage(data),
      close(id: string) {
        const port = ports.get(id)
        ports.delete(id)
        port?.close()
      },
    },
  })

  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name} (a sandboxed preload has Electron and little else)`)
  }
  const module = { exports: {} }
  try {
    runPreload(require, module, module.exports)
  } catch (error) {
    send({ kind: 'preload-error', message: String(error) })
  }
}
