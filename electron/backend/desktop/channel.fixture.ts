import { onTestFinished } from 'vitest'
import type { BackendPort } from './port-socket.ts'

/** A channel as the shell makes one: the page's end as the web has it, the backend's end as Electron has it. */
export function channelPort(): { page: InstanceType<typeof MessagePort>; backend: BackendPort } {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  return {
    page: port1,
    backend: {
      postMessage: (message) => port2.postMessage(message),
      on: (event, listener) =>
        port2.addEventListener(event, (at) => listener({ data: (at as MessageEvent).data })),
      start: () => port2.start(),
      close: () => port2.close(),
    },
  }
}
