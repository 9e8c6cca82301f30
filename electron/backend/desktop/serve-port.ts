import type { IncomingMessage } from 'node:http'
import { type AnyRouter, getTRPCErrorFromUnknown } from '@trpc/server'
import { getWSConnectionHandler, type WSSHandlerOptions } from '@trpc/server/adapters/ws'
import { type BackendPort, PortSocket } from './port-socket.ts'

type Connect = ReturnType<typeof getWSConnectionHandler>
type Server = WSSHandlerOptions<AnyRouter>['wss']

/**
 * Answers the RPC over message ports: the protocol of the browser host without its guard, for a port is only ever
 * handed to a window of our own.
 *
 * @param onError told of errors inside the router, expected ones too
 * @returns takes one more port; it is served until either end closes it
 */
export function servePorts(router: AnyRouter, onError: (error: Error) => void): (port: BackendPort) => void {
  const connect = getWSConnectionHandler({
    // tRPC's handler of one connection never looks at the server that accepted it.
    wss: undefined as unknown as Server,
    router,
    createContext: () => ({}),
    onError: ({ error }) => onError(getTRPCErrorFromUnknown(error).cause ?? error),
  })
  return (port) => {
    const socket: unknown = new PortSocket(port)
    // There was no request: the handler reads only its address, which would name connection parameters.
    const request = { url: '/', headers: {} } as IncomingMessage
    connect(socket as Parameters<Connect>[0], request)
  }
}
