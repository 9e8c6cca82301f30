import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import {
  connectClient,
  dial,
  openSecret,
  post,
  protocolsOf,
  type RunningHost,
  send,
  startWithFixture,
  tokenOf,
} from './host.fixture.ts'

let running: RunningHost
let origin: string

beforeAll(async () => {
  running = await startWithFixture({ maxMessageBytes: 1024 })
  origin = running.host.origin
})
afterAll(() => running.stop())

/** A socket that must have been accepted, for tests of what comes after. */
async function dialIn(): Promise<WebSocket> {
  const socket = await dial(origin, { protocols: protocolsOf(await openSecret(running.host)) })
  if (typeof socket === 'number') throw new Error(`The socket was refused with ${socket}.`)
  return socket
}

describe('the page', () => {
  test('is served with a policy that lets nothing in from elsewhere, and is never kept in a cache', async () => {
    const { status, headers, body } = await send(origin, '/')
    expect(status).toBe(200)
    expect(body).toContain('<title>Fixture</title>')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain(`connect-src 'self' ${origin.replace('http', 'ws')};`)
    expect(policy).not.toMatch(/unsafe|\*|data:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  test('loads hashed files that a browser may keep for good', async () => {
    const { status, headers } = await send(origin, '/assets/main-0aB_-9xZ.js')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['cache-control']).toContain('immutable')
    const again = await send(origin, '/assets/main-0aB_-9xZ.js', {
      headers: { 'If-None-Match': headers.etag },
    })
    expect(again).toMatchObject({ status: 304, body: '' })
  })

  test('has no icon of its own to be missed: the browser that asks for one is told so without an error', async () => {
    expect(await send(origin, '/favicon.ico')).toMatchObject({ status: 204, body: '' })
  })

  test('carries no header that opens it to another origin, whatever the request says', async () => {
    const answers = [
      await send(origin, '/', { headers: { Origin: 'https://example.org' } }),
      await send(origin, '/session', { method: 'OPTIONS', headers: { Origin: 'https://example.org' } }),
      await post(origin, '/session', { token: 'x' }, { Origin: 'https://example.org' }),
      await send(origin, '/nothing'),
    ]
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  test('can be opened by a link from elsewhere, but not embedded, nor read by another port of this machine', async () => {
    const from = (site: string, mode: string, dest: string) =>
      send(origin, '/', {
        headers: { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest },
      })
    expect((await from('none', 'navigate', 'document')).status).toBe(200)
    expect((await from('cross-site', 'navigate', 'document')).status).toBe(200)
    expect((await from('cross-site', 'navigate', 'iframe')).status).toBe(403)
    expect((await from('cross-site', 'no-cors', 'script')).status).toBe(403)
    expect((await from('same-site', 'no-cors', 'image')).status).toBe(403)
  })
})

describe('attacks on the server', () => {
  test('DNS rebinding: a name that was pointed at 127.0.0.1 is refused, on every path and on the WebSocket', async () => {
    const { port } = new URL(origin)
    for (const Host of [
      `rebound.example:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.example`,
    ]) {
      expect((await send(origin, '/', { headers: { Host } })).status).toBe(403)
      expect((await send(origin, '/assets/main-0aB_-9xZ.js', { headers: { Host } })).status).toBe(403)
      const { status } = await post(
        origin,
        '/session',
        { token: tokenOf(running.host.launchUrl()) },
        { Host },
      )
      expect(status).toBe(403)
      const secret = await openSecret(running.host)
      expect(
        await dial(origin, { headers: { Origin: origin, Host } as never, protocols: protocolsOf(secret) }),
      ).toBe(403)
    }
  })

  test('a second Host header does not hide behind the first', async () => {
    const { port } = new URL(origin)
    const { status } = await send(origin, '/', {
      headers: ['Host', `127.0.0.1:${port}`, 'Host', 'rebound.example'] as never,
    })
    expect([400, 403]).toContain(status)
  })

  test("startsWith('127.'): a host that only begins like ours is refused", async () => {
    const { port } = new URL(origin)
    for (const Host of [`127.0.0.1.example:${port}`, `127.example:${port}`, `127.0.0.2:${port}`]) {
      expect((await send(origin, '/', { headers: { Host } })).status).toBe(403)
    }
    for (const Origin of [
      `${origin}.example`,
      `http://127.0.0.1.example:${port}`,
      'http://127.0.0.1',
      'null',
    ]) {
      expect((await post(origin, '/session', { token: 'x' }, { Origin })).status).toBe(403)
      const protocols = protocolsOf(await openSecret(running.host))
      expect(await dial(origin, { headers: { Origin }, protocols })).toBe(403)
    }
  })

  test('reflected Origin: another origin is refused although it sends a valid token', async () => {
    const token = tokenOf(running.host.launchUrl())
    const { status } = await post(origin, '/session', { token }, { Origin: 'https://example.org' })
    expect(status).toBe(403)
    expect((await post(origin, '/session', { token }, { 'Sec-Fetch-Site': 'same-site' })).status).toBe(403)
    expect((await post(origin, '/session', { token })).status).toBe(200)
  })

  test('text/plain bodies parsed as JSON: only exactly application/json is read', async () => {
    const token = tokenOf(running.host.launchUrl())
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'text/plain; application/json',
      '',
    ]) {
      expect((await post(origin, '/session', { token }, { 'Content-Type': type })).status).toBe(415)
    }
    expect((await post(origin, '/session', { token })).status).toBe(200)
  })

  test('path traversal: only the names of the built files exist, in whatever way a path is written', async () => {
    const paths = [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//secret.txt',
      '/index.html/../../secret.txt',
      '/assets/',
      '/__proto__',
      '/constructor',
      'http://127.0.0.1/secret.txt',
    ]
    for (const path of paths)
      expect({ path, ...(await send(origin, path)) }).toMatchObject({ path, status: 404 })
  })

  test('state changes on GET: every door opens to POST alone, and every file to GET and HEAD', async () => {
    const token = tokenOf(running.host.launchUrl())
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      for (const path of ['/session', '/session/check', '/launch']) {
        expect((await send(origin, `${path}?token=${token}`, { method })).status).toBe(405)
      }
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
      expect((await send(origin, '/', { method })).status).toBe(405)
    }
    expect((await post(origin, '/session', { token })).status).toBe(200)
  })

  test('oversized and malformed bodies are refused, and the server goes on', async () => {
    expect((await post(origin, '/session', { token: 'x'.repeat(5000) })).status).toBe(413)
    expect((await post(origin, '/session', { token: 'x'.repeat(500) })).status).toBe(400)
    expect((await post(origin, '/session', { token: 1 })).status).toBe(400)
    expect((await post(origin, '/session', { token: 'x', more: true })).status).toBe(400)
    expect((await post(origin, '/session', null)).status).toBe(400)
    expect((await send(origin, '/')).status).toBe(200)
  })

  test('other addresses of this machine do not lead to the server', async () => {
    const { port } = new URL(origin)
    await expect(
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.2', port: Number(port) }, () => resolve('connected'))
        socket.once('error', reject)
      }),
    ).rejects.toThrow('ECONNREFUSED')
  })
})

describe('the WebSocket', () => {
  test('answers, fails and pushes for a page with a session', async () => {
    const { client, close } = connectClient(origin, await openSecret(running.host))
    expect(await client.echo.query('Гаразд')).toBe('Гаразд')
    await expect(client.fail.query()).rejects.toThrow('on purpose')
    expect(running.errors.map((error) => error.message)).toContain('on purpose')
    const seen: number[] = []
    await new Promise<void>((resolve) => {
      const subscription = client.count.subscribe(undefined, {
        onData: (n) => {
          seen.push(n)
          if (seen.length === 3) {
            subscription.unsubscribe()
            resolve()
          }
        },
      })
    })
    expect(seen).toEqual([1, 2, 3])
    await close()
  })

  test('names only the public subprotocol, never the secret', async () => {
    const socket = await dialIn()
    expect(socket.protocol).toBe('aide-memoire')
    socket.terminate()
  })

  test('is refused without an Origin, which every browser sends', async () => {
    const protocols = protocolsOf(await openSecret(running.host))
    expect(await dial(origin, { headers: {} as never, protocols })).toBe(403)
  })

  test('is refused without the session secret, before any message', async () => {
    expect(await dial(origin)).toBe(401)
    expect(await dial(origin, { protocols: ['aide-memoire'] })).toBe(401)
    expect(await dial(origin, { protocols: protocolsOf('wrong') })).toBe(401)
    expect(await dial(origin, { protocols: [`session.${await openSecret(running.host)}`] })).toBe(401)
    expect(await dial(origin, { protocols: protocolsOf(tokenOf(running.host.launchUrl())) })).toBe(401)
  })

  test('is nowhere but on its own path', async () => {
    const protocols = protocolsOf(await openSecret(running.host))
    for (const path of ['/', '/rpc/', '/rpc?connectionParams=1', '/session']) {
      expect(await dial(origin, { path, protocols })).toBe(404)
    }
  })

  test('is closed by an oversized message, and the host goes on', async () => {
    const socket = await dialIn()
    const code = new Promise((resolve) => socket.once('close', resolve))
    socket.send('x'.repeat(2000))
    expect(await code).toBe(1009)
    expect((await send(origin, '/')).status).toBe(200)
  })

  test('survives what is not tRPC', async () => {
    const socket = await dialIn()
    const answer = new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))))
    socket.send('{"id":1,"method":"query","params":{"path":"__proto__"}}')
    expect(JSON.parse(await answer)).toHaveProperty('error')
    for (const message of ['', '[]', 'null', '{', '{"id":{}}', '[[[[', Buffer.from([0xff, 0xfe])])
      socket.send(message)
    socket.terminate()
    expect((await send(origin, '/')).status).toBe(200)
  })
})

describe('sessions', () => {
  test('token reuse: a launch token opens one session', async () => {
    const token = tokenOf(running.host.launchUrl())
    expect((await post(origin, '/session', { token })).status).toBe(200)
    const again = await post(origin, '/session', { token })
    expect(again.status).toBe(403)
    expect(JSON.parse(again.body)).toMatchObject({ code: 'token-refused' })
  })

  test('a page with a session gets an address for one more window; one without does not', async () => {
    const secret = await openSecret(running.host)
    const { body } = await post(origin, '/launch', { secret })
    const { url } = JSON.parse(body) as { url: string }
    expect((await post(origin, '/session', { token: tokenOf(url) })).status).toBe(200)
    expect((await post(origin, '/launch', { secret: 'wrong' })).status).toBe(403)
  })

  test('a secret kept from before can be checked', async () => {
    const secret = await openSecret(running.host)
    expect(JSON.parse((await post(origin, '/session/check', { secret })).body)).toEqual({ valid: true })
    expect(JSON.parse((await post(origin, '/session/check', { secret: 'old' })).body)).toEqual({
      valid: false,
    })
  })

  test('a fresh address is announced when one is used up, and before it grows too old', async () => {
    const short = await startWithFixture({ tokenLifeMs: 200 })
    try {
      await openSecret(short.host)
      expect(short.announced.length).toBeGreaterThanOrEqual(2)
      const before = short.announced.length
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(short.announced.length).toBeGreaterThan(before)
      const newest = short.announced.at(-1) ?? ''
      expect((await post(short.host.origin, '/session', { token: tokenOf(newest) })).status).toBe(200)
      const [oldest = ''] = short.announced
      expect((await post(short.host.origin, '/session', { token: tokenOf(oldest) })).status).toBe(403)
    } finally {
      await short.stop()
    }
  })

  test('guessing is cut off after ten wrong tokens', async () => {
    const guessed = await startWithFixture()
    try {
      const { origin } = guessed.host
      const statuses: number[] = []
      for (let n = 0; n < 11; n++)
        statuses.push((await post(origin, '/session', { token: `guess ${n}` })).status)
      expect(statuses).toEqual([...Array(10).fill(403), 429])
    } finally {
      await guessed.stop()
    }
  })
})

describe('closing', () => {
  test('ends open sockets and idle connections within half a second, and frees the port', async () => {
    const other = await startWithFixture()
    const socket = await dial(other.host.origin, { protocols: protocolsOf(await openSecret(other.host)) })
    if (typeof socket === 'number') throw new Error(`The socket was refused with ${socket}.`)
    const code = new Promise((resolve) => socket.once('close', resolve))
    const idle = connect({ host: '127.0.0.1', port: Number(new URL(other.host.origin).port) })
    await new Promise((resolve) => idle.once('connect', resolve))
    idle.on('error', () => {})
    const start = performance.now()
    await other.stop()
    expect(performance.now() - start).toBeLessThan(500)
    expect(await code).toBe(1001)
    const again = await startWithFixture({ port: Number(new URL(other.host.origin).port) })
    await again.stop()
  })

  test('a taken port is an error that says what to do', async () => {
    const port = Number(new URL(origin).port)
    await expect(startWithFixture({ port })).rejects.toMatchObject({ code: 'port-taken' })
  })
})
