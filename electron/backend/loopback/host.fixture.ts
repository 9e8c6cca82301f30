import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createTRPCClient,
  createWSClient,
  type TRPCClient,
  type WebSocketLinkOptions,
  wsLink,
} from '@trpc/client'
import { type AnyRouter, initTRPC } from '@trpc/server'
import { afterAll, beforeAll } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { z } from 'zod'
import { type Host, type HostOptions, startHost } from './host.ts'

const t = initTRPC.create()

/** The smallest router that answers, fails and pushes. */
export const testRouter = t.router({
  echo: t.procedure.input(z.string()).query(({ input }) => input),
  fail: t.procedure.query((): string => {
    throw new Error('on purpose')
  }),
  count: t.procedure.subscription(async function* ({ signal }) {
    for (const n of [1, 2, 3]) yield n
    await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
  }),
})
export type TestRouter = typeof testRouter

export interface RunningHost {
  host: Host
  /** Everything the host announced, newest last. */
  announced: string[]
  errors: Error[]
  /** Frees the port and the folder. */
  stop(): Promise<void>
}

/** A host over a made-up renderer: an index page and one script. */
export async function startWithFixture(options: Partial<HostOptions> = {}): Promise<RunningHost> {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-host-'))
  const staticFolder = join(folder, 'renderer')
  mkdirSync(join(staticFolder, 'assets'), { recursive: true })
  writeFileSync(join(staticFolder, 'index.html'), '<!doctype html><title>Fixture</title>')
  writeFileSync(join(staticFolder, 'assets', 'main-0aB_-9xZ.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'not to be served')
  const announced: string[] = []
  const errors: Error[] = []
  const host = await startHost({
    port: 0,
    staticFolder,
    router: testRouter,
    onLaunchUrl: (url) => announced.push(url),
    onError: (error) => errors.push(error),
    ...options,
  })
  return {
    host,
    announced,
    errors,
    stop: async () => {
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The host that all tests of a file share; it is there from the first of them on. */
export function hostOfFile(
  options: Partial<HostOptions> = {},
): Pick<RunningHost, 'host' | 'announced' | 'errors'> & { origin: string } {
  let running: RunningHost | undefined
  beforeAll(async () => {
    running = await startWithFixture(options)
  })
  afterAll(() => running?.stop())
  const started = () => {
    if (running === undefined) throw new Error('The host of the file is there only while its tests run.')
    return running
  }
  return {
    get host() {
      return started().host
    },
    get origin() {
      return started().host.origin
    },
    get announced() {
      return started().announced
    },
    get errors() {
      return started().errors
    },
  }
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends one request as it is written down: no header is added, and the path is not tidied up. */
export function send(origin: string, path: string, options: RequestOptions = {}, body = ''): Promise<Answer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const req = request({ hostname, port, path, agent: false, ...options }, (res) => {
      let text = ''
      res.setEncoding('utf8')
      res.on('data', (chunk) => {
        text += chunk
      })
      res.once('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }))
    })
    req.once('error', reject)
    req.end(body)
  })
}

/** Posts JSON as the page itself would; `headers` replace its own. */
export function post(origin: string, path: string, value: unknown, headers = {}): Promise<Answer> {
  const body = JSON.stringify(value)
  const own = {
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  }
  return send(origin, path, { method: 'POST', headers: { ...own, ...headers } }, body)
}

export function tokenOf(url: string): string {
  return new URL(url).hash.slice('#token='.length)
}

/** A session, opened as the page does it. */
export async function openSecret({ origin, launchUrl }: Host): Promise<string> {
  const { body } = await post(origin, '/session', { token: tokenOf(launchUrl()) })
  return (JSON.parse(body) as { secret: string }).secret
}

/** Asks for a WebSocket; answers with the open socket, or with the status that refused it. */
export function dial(
  origin: string,
  { headers = { Origin: origin }, protocols = [] as string[], path = '/rpc' } = {},
): Promise<NodeWebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new NodeWebSocket(`${origin.replace('http', 'ws')}${path}`, protocols, { headers })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (req, res) => {
      resolve(res.statusCode ?? 0)
      req.destroy()
    })
    socket.once('error', reject)
  })
}

export function protocolsOf(secret: string): string[] {
  return ['aide-memoire', `session.${secret}`]
}

/** A tRPC client over a WebSocket that behaves as the page's. */
export function connectClient<Router extends AnyRouter = TestRouter>(
  origin: string,
  secret: string,
): { client: TRPCClient<Router>; close(): Promise<void> } {
  class PageWebSocket extends NodeWebSocket {
    constructor(url: string) {
      super(url, protocolsOf(secret), { origin })
    }
  }
  const socket = createWSClient({
    url: `${origin.replace('http', 'ws')}/rpc`,
    WebSocket: PageWebSocket as unknown as typeof WebSocket,
  })
  const link = wsLink<Router>({ client: socket } as WebSocketLinkOptions<Router>)
  return { client: createTRPCClient<Router>({ links: [link] }), close: () => socket.close() }
}
