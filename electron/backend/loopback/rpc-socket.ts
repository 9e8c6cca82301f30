import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type AnyRouter, getTRPCErrorFromUnknown } from '@trpc/server'
import { getWSConnectionHandler } from '@trpc/server/adapters/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { socketPath, socketProtocol, socketSecretPrefix } from '#shared/rpc/loopback.ts'
import { type Refusal, refuseOtherHost, refuseOtherOrigin } from './guard.ts'
import type { Keyring } from './keyring.ts'

export interface RpcSocketOptions {
  router: AnyRouter
  keyring: Keyring
  /** `127.0.0.1:PORT` */
  authority: string
  /** Largest message a page may send, in bytes. */
  maxMessageBytes: number
  /** Told of errors inside the router, expected ones too. */
  onError: (error: Error) => void
}

export interface RpcSockets {
  /** Takes over a connection that asked to become a WebSocket, or refuses it. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says goodbye to every page, and ends those that do not answer within `graceMs`. */
  close(graceMs: number): Promise<void>
}

const socketsAllowed = 64
const keepAlive = { enabled: true, pingMs: 30_000, pongWaitMs: 30_000 }

/**
 * The WebSocket that carries the RPC. The session secret comes as a subprotocol, since a page can set no header here:
 * so a stranger is refused with 401 before there is a socket, and no message of his is ever parsed. The answer names
 * only the other, public, subprotocol.
 */
export function createRpcSockets(options: RpcSocketOptions): RpcSockets {
  const { router, onError } = options
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: () => socketProtocol,
  })
  const connect = getWSConnectionHandler({
    wss,
    router,
    keepAlive,
    createContext: () => ({}),
    onError: ({ error }) => onError(getTRPCErrorFromUnknown(error).cause ?? error),
  })
  const accept = (socket: WebSocket, req: IncomingMessage) => connect(socket, req)

  return {
    upgrade(req, socket, head) {
      // A peer that is gone makes the socket fail, which must not end the host.
      socket.on('error', () => socket.destroy())
      const refusal =
        wss.clients.size >= socketsAllowed
          ? { status: 503, reason: 'Too many windows.' }
          : refuseUpgrade(req, options.authority, options.keyring)
      if (refusal !== null) turnAway(socket, refusal)
      else wss.handleUpgrade(req, socket, head, accept)
    },
    async close(graceMs) {
      const closed = new Promise<void>((resolve) => wss.close(() => resolve()))
      for (const client of wss.clients) client.close(1001, 'The host is closing.')
      const limit = setTimeout(() => {
        for (const client of wss.clients) client.terminate()
      }, graceMs)
      await closed
      clearTimeout(limit)
    },
  }
}

function refuseUpgrade(req: IncomingMessage, authority: string, keyring: Keyring): Refusal | null {
  const refusal = refuseOtherHost(req, authority) ?? refuseOtherOrigin(req, `http://${authority}`)
  if (refusal !== null) return refusal
  if (req.url !== socketPath) return { status: 404, reason: 'There is nothing here.' }
  const secret = secretOf(req)
  const known = secret !== null && keyring.knowsSecret(secret)
  return known ? null : { status: 401, reason: 'The session secret is missing or wrong.' }
}

/** The secret among the offered subprotocols, if ours stands beside it. */
function secretOf(req: IncomingMessage): string | null {
  const offered = (req.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  if (!offered.includes(socketProtocol)) return null
  const secret = offered.find((name) => name.startsWith(socketSecretPrefix))
  return secret?.slice(socketSecretPrefix.length) ?? null
}

const statusTexts: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  503: 'Service Unavailable',
}

function turnAway(socket: Duplex, { status, reason }: Refusal): void {
  const body = `${reason}\n`
  const head = [
    `HTTP/1.1 ${status} ${statusTexts[status] ?? 'Refused'}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
