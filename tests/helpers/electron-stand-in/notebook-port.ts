import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { portSocketClass } from '../../../renderer/rpc/port-socket.ts'
import type { AppRouter } from '../../../shared/rpc/router-type.ts'
import type { NotebookClient } from '../notebook-client.ts'
import type { StandIn } from './launch.ts'

/** Works on the notebook beside the windows, over a port of its own to their backend. */
export async function connectToStandIn(
  desktop: StandIn,
): Promise<{ client: NotebookClient; close(): Promise<void> }> {
  const openPort = async () => {
    const { port1, port2 } = new MessageChannel()
    const name = await desktop.ask('openPort')
    desktop.onPort((port, text) => {
      if (port === name) port2.postMessage(text)
    })
    port2.addEventListener('message', ({ data }) => void desktop.ask('sendToPort', name, data))
    port2.addEventListener('close', () => void desktop.ask('closePort', name).catch(() => {}))
    port2.start()
    return port1
  }
  const socket = createWSClient({ url: 'port:', WebSocket: portSocketClass(openPort) })
  return {
    client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }),
    close: () => socket.close(),
  }
}
