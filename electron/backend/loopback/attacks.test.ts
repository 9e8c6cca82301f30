import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { dial, hostOfFile, openSecret, post, protocolsOf, send, tokenOf } from './host.fixture.ts'

const running = hostOfFile()

test('DNS rebinding: a name that was pointed at 127.0.0.1 is refused, on every path and on the WebSocket', async () => {
  const { port } = new URL(running.origin)
  for (const Host of [
    `rebound.example:${port}`,
    `localhost:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port}.example`,
  ]) {
    expect((await send(running.origin, '/', { headers: { Host } })).status).toBe(403)
    expect((await send(running.origin, '/assets/main-0aB_-9xZ.js', { headers: { Host } })).status).toBe(403)
    const { status } = await post(
      running.origin,
      '/session',
      { token: tokenOf(running.host.launchUrl()) },
      { Host },
    )
    expect(status).toBe(403)
    const secret = await openSecret(running.host)
    expect(
      await dial(running.origin, {
        headers: { Origin: running.origin, Host } as never,
        protocols: protocolsOf(secret),
      }),
    ).toBe(403)
  }
})

test('a second Host header does not hide behind the first', async () => {
  const { port } = new URL(running.origin)
  const { status } = await send(running.origin, '/', {
    headers: ['Host', `127.0.0.1:${port}`, 'Host', 'rebound.example'] as never,
  })
  expect([400, 403]).toContain(status)
})

test("startsWith('127.'): a host that only begins like ours is refused", async () => {
  const { port } = new URL(running.origin)
  for (const Host of [`127.0.0.1.example:${port}`, `127.example:${port}`, `127.0.0.2:${port}`]) {
    expect((await send(running.origin, '/', { headers: { Host } })).status).toBe(403)
  }
  for (const Origin of [
    `${running.origin}.example`,
    `http://127.0.0.1.example:${port}`,
    'http://127.0.0.1',
    'null',
  ]) {
    expect((await post(running.origin, '/session', { token: 'x' }, { Origin })).status).toBe(403)
    const protocols = protocolsOf(await openSecret(running.host))
    expect(await dial(running.origin, { headers: { Origin }, protocols })).toBe(403)
  }
})

test('reflected Origin: another origin is refused although it sends a valid token', async () => {
  const token = tokenOf(running.host.launchUrl())
  const { status } = await post(running.origin, '/session', { token }, { Origin: 'https://example.org' })
  expect(status).toBe(403)
  expect((await post(running.origin, '/session', { token }, { 'Sec-Fetch-Site': 'same-site' })).status).toBe(
    403,
  )
  expect((await post(running.origin, '/session', { token })).status).toBe(200)
})

test('text/plain bodies parsed as JSON: only exactly application/json is read', async () => {
  const token = tokenOf(running.host.launchUrl())
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/plain; application/json',
    '',
  ]) {
    expect((await post(running.origin, '/session', { token }, { 'Content-Type': type })).status).toBe(415)
  }
  expect((await post(running.origin, '/session', { token })).status).toBe(200)
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
    expect({ path, ...(await send(running.origin, path)) }).toMatchObject({ path, status: 404 })
})

test('state changes on GET: every door opens to POST alone, and every file to GET and HEAD', async () => {
  const token = tokenOf(running.host.launchUrl())
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    for (const path of ['/session', '/session/check', '/launch']) {
      expect((await send(running.origin, `${path}?token=${token}`, { method })).status).toBe(405)
    }
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
    expect((await send(running.origin, '/', { method })).status).toBe(405)
  }
  expect((await post(running.origin, '/session', { token })).status).toBe(200)
})

test('oversized and malformed bodies are refused, and the server goes on', async () => {
  expect((await post(running.origin, '/session', { token: 'x'.repeat(5000) })).status).toBe(413)
  expect((await post(running.origin, '/session', { token: 'x'.repeat(500) })).status).toBe(400)
  expect((await post(running.origin, '/session', { token: 1 })).status).toBe(400)
  expect((await post(running.origin, '/session', { token: 'x', more: true })).status).toBe(400)
  expect((await post(running.origin, '/session', null)).status).toBe(400)
  expect((await send(running.origin, '/')).status).toBe(200)
})

test('headers that are too large or never end cost their sender the connection, and nobody else', async () => {
  expect((await send(running.origin, '/', { headers: { Padding: 'x'.repeat(20_000) } })).status).toBe(431)
  const slow = connect({ host: '127.0.0.1', port: Number(new URL(running.origin).port) })
  slow.write(`GET / HTTP/1.1\r\nHost: ${new URL(running.origin).host}\r\n`)
  slow.on('error', () => {})
  const ended = new Promise((resolve) => slow.once('close', resolve))
  slow.resume()
  await ended
  expect((await send(running.origin, '/')).status).toBe(200)
}, 15_000)

test('other addresses of this machine do not lead to the server', async () => {
  const { port } = new URL(running.origin)
  await expect(
    new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.2', port: Number(port) }, () => resolve('connected'))
      socket.once('error', reject)
    }),
  ).rejects.toThrow('ECONNREFUSED')
})
