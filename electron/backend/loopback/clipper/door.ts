import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ZodError } from 'zod'
import { clipLimits } from '#shared/clipper/protocol.ts'
import { AppError } from '#shared/util/app-error.ts'
import { readJson, sendJson } from '../answers.ts'
import { refuseOtherHost } from '../guard.ts'
import { isOtherUser } from '../peer-owner.ts'
import type { Devices } from './devices.ts'
import { refuseStranger, tokenOf } from './door-guard.ts'
import { createLimiter } from './limiter.ts'
import type { Pairing } from './pairing.ts'
import { type ClipperDesk, createRoutes, type Route } from './routes.ts'

export interface DoorLimits {
  /** Requests a minute, of all browsers together. */
  requestsPerMinute: number
  /** Time to send a request in, headers and body, in milliseconds. */
  requestMs: number
  /** Bodies of clips that are read at the same time. */
  clipsAtOnce: number
}

export interface DoorOptions {
  /** Tried in this order; 0 for any free port. */
  ports: readonly number[]
  devices: Devices
  pairing: Pairing
  desk: ClipperDesk
  /** Told what went wrong inside. */
  onError: (error: unknown) => void
  limits?: Partial<DoorLimits>
}

export interface ClipperDoor {
  port: number
  close(): Promise<void>
}

const address = '127.0.0.1'
const smallBody = 16 * 1024
const defaultLimits: DoorLimits = { requestsPerMinute: 300, requestMs: 20_000, clipsAtOnce: 2 }

/**
 * Opens the door for the browser clipper: a small HTTP server of its own on 127.0.0.1, apart from the RPC. What it defends
 * against stands in docs/clipper.md.
 *
 * @throws AppError `clipper-ports-taken`
 */
export async function openClipperDoor(options: DoorOptions): Promise<ClipperDoor> {
  const limits = { ...defaultLimits, ...options.limits }
  const { devices, onError } = options
  const server = createBoundedServer(limits)
  const port = await listenOnFirst(server, options.ports)
  const authority = `${address}:${port}`
  const limiter = createLimiter(limits.requestsPerMinute, 60_000)
  const routes = createRoutes(options)
  let clipsUnderWay = 0

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(answerHeaders)) res.setHeader(name, value)
    const refusal = refuseOtherHost(req, authority) ?? refuseStranger(req)
    if (refusal !== null) return refuse(res, refusal.status, 'refused', refusal.reason)
    if (!limiter.take()) return refuse(res, 429, 'too-many-requests', 'Too many requests: wait a minute.')
    if (isOtherUser(req.socket)) return refuse(res, 403, 'refused', 'The request comes from another user.')
    if (!devices.isEnabled())
      return refuse(res, 403, 'clipper-disabled', 'The clipper is turned off in the app.')
    const route = routes.get(req.url ?? '')
    if (route === undefined) return refuse(res, 404, 'refused', 'There is nothing here.')
    const origin = req.headers.origin ?? ''
    const token = tokenOf(req)
    const device = token === null ? null : devices.find(token, origin)
    if (route.needsDevice && device === null)
      return refuse(res, 401, 'not-paired', 'This browser is not paired, or not any more.')
    if (!route.isLarge) return serve(route, req, res, origin, device?.id ?? null, smallBody)
    if (clipsUnderWay >= limits.clipsAtOnce) return refuse(res, 503, 'busy', 'Other clips are under way.')
    clipsUnderWay++
    try {
      await serve(route, req, res, origin, device?.id ?? null, clipLimits.bytes)
    } finally {
      clipsUnderWay--
    }
  }

  async function serve(
    route: Route,
    req: IncomingMessage,
    res: ServerResponse,
    origin: string,
    device: string | null,
    bodyLimit: number,
  ): Promise<void> {
    const left = new AbortController()
    res.once('close', () => left.abort())
    try {
      if (Number(req.headers['content-length'] ?? 0) > bodyLimit)
        throw new AppError('too-large', 'The body of the request is too large.')
      const value = await route.answer(await readJson(req, bodyLimit), {
        origin,
        device,
        signal: left.signal,
      })
      if (!res.destroyed) sendJson(res, 200, value)
    } catch (error) {
      // A request that was broken off, or ended for being slow, is answered to nobody.
      if (res.destroyed || res.headersSent) return
      const { status, code, message } = readError(error)
      if (status === 500) onError(error)
      refuse(res, status, code, message)
    }
  }

  server.on('request', (req, res) => void answer(req, res).catch(onError))
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** No CORS header among them, and there never is one: the extension's own permission opens the way, and nothing else. */
const answerHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const statuses: Record<string, number> = {
  'too-large': 413,
  'bad-input': 400,
  'read-only': 409,
  'code-wrong': 403,
  'code-none': 403,
}

function readError(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof AppError) {
    const { code, message, hint } = error
    return { status: statuses[code] ?? 422, code, message: [message, hint].filter(Boolean).join(' ') }
  }
  if (error instanceof ZodError) {
    const [issue] = error.issues
    return { status: 400, code: 'bad-input', message: `${issue?.path.join('.')}: ${issue?.message}` }
  }
  return { status: 500, code: 'internal', message: 'Something went wrong in the app.' }
}

/** Answers with a code and a sentence, and lets go of the connection. */
function refuse(res: ServerResponse, status: number, code: string, message: string): void {
  res.setHeader('Connection', 'close')
  if (status === 405) res.setHeader('Allow', 'POST')
  sendJson(res, status, { code, message })
}

function createBoundedServer({ requestMs }: DoorLimits): Server {
  const server = createServer({
    headersTimeout: Math.min(5_000, requestMs),
    requestTimeout: requestMs,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: Math.min(1_000, requestMs / 2),
    maxHeaderSize: 16 * 1024,
  })
  server.maxHeadersCount = 100
  server.maxConnections = 64
  return server
}

async function listenOnFirst(server: Server, ports: readonly number[]): Promise<number> {
  for (const port of ports) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const failed = () => resolve(false)
      server.once('error', failed)
      server.listen({ host: address, port, exclusive: true }, () => {
        server.off('error', failed)
        resolve(true)
      })
    })
    const bound = server.address()
    if (isOpen && bound !== null && typeof bound === 'object') return bound.port
  }
  throw new AppError(
    'clipper-ports-taken',
    `All ports of the clipper are in use: ${ports.join(', ')} of ${address}.`,
    'Close other notebooks or the program that uses them, then turn the clipper off and on.',
  )
}
