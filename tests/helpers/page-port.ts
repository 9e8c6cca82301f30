import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import type { Page } from '@playwright/test'
import { portSocketClass } from '../../renderer/rpc/port-socket.ts'
import { type DesktopBridge, portMessage } from '../../shared/desktop/bridge.ts'
import type { AppRouter } from '../../shared/rpc/router-type.ts'
import type { NotebookClient } from './notebook-client.ts'

type Holder = typeof globalThis & {
  desktop: DesktopBridge
  testPorts?: Record<string, MessagePort>
  fromTestPort(name: string, text: string): void
}

/** Works on the notebook beside what a window shows, over one more port that its page asks for. It lasts as long as the page. */
export async function connectThroughPage(
  page: Page,
): Promise<{ client: NotebookClient; close(): Promise<void> }> {
  const open = new Map<string, MessagePort>()
  let made = 0
  await page.exposeFunction('fromTestPort', (name: string, text: string) => open.get(name)?.postMessage(text))
  page.on('domcontentloaded', () => {
    for (const port of open.values()) port.close()
    open.clear()
  })
  const openPort = async () => {
    made += 1
    const name = `test-${made}`
    const { port1, port2 } = new MessageChannel()
    open.set(name, port2)
    await page.evaluate(askForPort, { name, kind: portMessage })
    port2.addEventListener('message', ({ data }) => {
      void page.evaluate(sendToPort, { name, text: String(data) }).catch(() => port2.close())
    })
    port2.start()
    return port1
  }
  const socket = createWSClient({ url: 'port:', WebSocket: portSocketClass(openPort) })
  return {
    client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }),
    close: () => socket.close(),
  }
}

/* These two run in the page. */

function askForPort({ name, kind }: { name: string; kind: string }): Promise<void> {
  const holder = globalThis as Holder
  return new Promise((resolve) => {
    addEventListener('message', ({ data, ports: [port] }) => {
      if (data?.kind !== kind || data.id !== name || port === undefined) return
      port.onmessage = (message) => holder.fromTestPort(name, message.data)
      holder.testPorts = { ...holder.testPorts, [name]: port }
      resolve()
    })
    holder.desktop.connect(name)
  })
}

function sendToPort({ name, text }: { name: string; text: string }): void {
  ;(globalThis as Holder).testPorts?.[name]?.postMessage(text)
}
