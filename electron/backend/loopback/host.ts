import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnyRouter } from '@trpc/server'
import { tokenFragmentPrefix } from '#shared/rpc/loopback.ts'
import { AppError } from '#shared/util/app-error.ts'
import { pagePolicy } from '#shared/util/page-policy.ts'
import { sendFile, sendRefusal } from './answers.ts'
import { answerAtDoor, createDoors } from './doors.ts'
import { refuseEmbedding, refuseOtherHost, refuseOtherOrigin } from './guard.ts'
import { createKeyring, defaultTokenLifeMs } from './keyring.ts'
import { isOtherUser } from './peer-owner.ts'
import { createRpcSockets } from './rpc-socket.ts'
import { readStaticFiles } from './static-files.ts'

export interface HostOptions {
  /** 0 for any free port. */
  port: number
  /** The built renderer. */
  staticFolder: string
  router: AnyRouter
  /**
   * Called at the start, after each opened session, and before the last address grows too old: with an address that
   * opens one more window, to be left where only the user can find it.
   */
  onLaunchUrl?: (url: string) => void
  onError?: (error: Error) => void
  tokenLifeMs?: number
  maxMessageBytes?: number
}

export interface Host {
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** An address that opens the app once, within minutes; each call makes a fresh one. */
  launchUrl(): string
  close(): Promise<void>
}

const address = '127.0.0.1'
/** An uploaded file travels as base64 inside one message. */
const defaultMaxMessageBytes = 96 * 1024 * 1024
const goodbyeMs = 150

/**
 * Serves the app to the browsers of this machine's user, on 127.0.0.1 alone. See README.md for what it defends against.
 *
 * @throws AppError `port-taken`, `no-interface`
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const { router, onLaunchUrl, onError = () => {}, tokenLifeMs = defaultTokenLifeMs } = options
  const files = readStaticFiles(options.staticFolder)
  const keyring = createKeyring({ tokenLifeMs })
  const server = createBoundedServer()
  const port = await listen(server, options.port)
  const authority = `${address}:${port}`
  const origin = `http://${authority}`
  const headers = Object.entries(pagePolicy([`ws://${authority}`]))
  const launchUrl = () => `${origin}/${tokenFragmentPrefix}${keyring.issueToken()}`
  const announce = () => onLaunchUrl?.(launchUrl())
  const doors = createDoors(keyring, launchUrl, announce)
  const sockets = createRpcSockets({
    router,
    keyring,
    authority,
    maxMessageBytes: options.maxMessageBytes ?? defaultMaxMessageBytes,
    onError,
  })

  const answer = (req: IncomingMessage, res: ServerResponse) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    const refusal = refuseOtherHost(req, authority) ?? refuseEmbedding(req)
    if (refusal !== null) return sendRefusal(res, refusal.status, refusal.reason)
    const [path = ''] = (req.url ?? '').split('?', 1)
    const door = doors.get(path)
    const file = files.get(path)
    if (door !== undefined) {
      if (req.method !== 'POST') return refuseMethod(res, 'POST')
      const stranger = refuseOtherOrigin(req, origin)
      if (stranger !== null) return sendRefusal(res, stranger.status, stranger.reason)
      if (isOtherUser(req.socket)) return sendRefusal(res, 403, 'The request comes from another user.')
      return void answerAtDoor(req, res, door)
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuseMethod(res, 'GET, HEAD')
    if (path === '/favicon.ico' && file === undefined) return void res.writeHead(204).end()
    if (file === undefined) return sendRefusal(res, 404, 'There is nothing here.')
    sendFile(req, res, file)
  }
  server.on('request', answer)
  server.on('upgrade', (req, socket, head) => sockets.upgrade(req, socket, head))
  announce()
  const renewal = setInterval(announce, tokenLifeMs / 2)

  return {
    origin,
    launchUrl,
    async close() {
      clearInterval(renewal)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await sockets.close(goodbyeMs)
      server.closeAllConnections()
      await closed
    },
  }
}

/** Nobody may hold the server up: slow headers, slow bodies and idle connections are ended. */
function createBoundedServer(): Server {
  const server = createServer({
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16 * 1024,
  })
  server.maxHeadersCount = 100
  server.maxConnections = 256
  return server
}

/** @returns the port the server listens on */
async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new AppError(
          'port-taken',
          `The port ${port} of ${address} cannot be used: ${error.code ?? error.message}.`,
          'Name another one with --port, or leave it out.',
          { cause: error },
        ),
      )
    })
    server.listen({ host: address, port, exclusive: true }, resolve)
  })
  return (server.address() as AddressInfo).port
}

function refuseMethod(res: ServerResponse, allowed: string): void {
  sendRefusal(res, 405, 'This method is not served here.', { Allow: allowed })
}
