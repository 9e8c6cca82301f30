import { connect } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  dial,
  hostOfFile,
  openSecret,
  post,
  protocolsOf,
  send,
  startWithFixture,
  tokenOf,
} from './host.fixture.ts'

const running = hostOfFile()

describe('the page', () => {
  test('is served with a policy that lets nothing in from elsewhere, and is never kept in a cache', async () => {
    const { status, headers, body } = await send(running.origin, '/')
    expect(status).toBe(200)
    expect(body).toContain('<title>Fixture</title>')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain(`connect-src 'self' ${running.origin.replace('http', 'ws')};`)
    expect(policy).not.toMatch(/unsafe|\*|data:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  test('loads hashed files that a browser may keep for good', async () => {
    const { status, headers } = await send(running.origin, '/assets/main-0aB_-9xZ.js')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers['cache-control']).toContain('immutable')
    const again = await send(running.origin, '/assets/main-0aB_-9xZ.js', {
      headers: { 'If-None-Match': headers.etag },
    })
    expect(again).toMatchObject({ status: 304, body: '' })
  })

  test('has no icon of its own to be missed: the browser that asks for one is told so without an error', async () => {
    expect(await send(running.origin, '/favicon.ico')).toMatchObject({ status: 204, body: '' })
  })

  test('carries no header that opens it to another origin, whatever the request says', async () => {
    const answers = [
      await send(running.origin, '/', { headers: { Origin: 'https://example.org' } }),
      await send(running.origin, '/session', {
        method: 'OPTIONS',
        headers: { Origin: 'https://example.org' },
      }),
      await post(running.origin, '/session', { token: 'x' }, { Origin: 'https://example.org' }),
      await send(running.origin, '/nothing'),
    ]
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  test('can be opened by a link from elsewhere, but not embedded, nor read by another port of this machine', async () => {
    const from = (site: string, mode: string, dest: string) =>
      send(running.origin, '/', {
        headers: { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest },
      })
    expect((await from('none', 'navigate', 'document')).status).toBe(200)
    expect((await from('cross-site', 'navigate', 'document')).status).toBe(200)
    expect((await from('cross-site', 'navigate', 'iframe')).status).toBe(403)
    expect((await from('cross-site', 'no-cors', 'script')).status).toBe(403)
    expect((await from('same-site', 'no-cors', 'image')).status).toBe(403)
  })
})

describe('sessions', () => {
  test('token reuse: a launch token opens one session', async () => {
    const token = tokenOf(running.host.launchUrl())
    expect((await post(running.origin, '/session', { token })).status).toBe(200)
    const again = await post(running.origin, '/session', { token })
    expect(again.status).toBe(403)
    expect(JSON.parse(again.body)).toMatchObject({ code: 'token-refused' })
  })

  test('a page with a session gets an address for one more window; one without does not', async () => {
    const secret = await openSecret(running.host)
    const { body } = await post(running.origin, '/launch', { secret })
    const { url } = JSON.parse(body) as { url: string }
    expect((await post(running.origin, '/session', { token: tokenOf(url) })).status).toBe(200)
    expect((await post(running.origin, '/launch', { secret: 'wrong' })).status).toBe(403)
  })

  test('a secret kept from before can be checked', async () => {
    const secret = await openSecret(running.host)
    expect(JSON.parse((await post(running.origin, '/session/check', { secret })).body)).toEqual({
      valid: true,
    })
    expect(JSON.parse((await post(running.origin, '/session/check', { secret: 'old' })).body)).toEqual({
      valid: false,
    })
  })

  test('a fresh address is announced when one is used up, and before it grows too old', async () => {
    // The host's clock stands still until it is told to go on: a busy machine makes nothing grow old.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const tokenLifeMs = 60_000
    const short = await startWithFixture({ tokenLifeMs })
    try {
      const open = async (url = '') =>
        (await post(short.host.origin, '/session', { token: tokenOf(url) })).status
      expect(short.announced).toHaveLength(1)
      expect(await open(short.announced[0])).toBe(200)
      expect(short.announced).toHaveLength(2)
      vi.advanceTimersByTime(tokenLifeMs / 2)
      expect(short.announced).toHaveLength(3)
      vi.advanceTimersByTime(tokenLifeMs / 2 + 1)
      expect(short.announced).toHaveLength(4)
      const [used, old, fresh] = short.announced
      expect([await open(used), await open(old), await open(fresh)]).toEqual([403, 403, 200])
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
    const port = Number(new URL(running.origin).port)
    await expect(startWithFixture({ port })).rejects.toMatchObject({ code: 'port-taken' })
  })
})
